package org.smoothbench.core.model;

import org.smoothbench.core.activation.BackwardDerivative;

/**
 * How a network is gone through.
 *
 * @param mode what batch normalisation and dropout do
 * @param backward which derivative a backward pass uses at the activations
 */
public record Pass(Mode mode, BackwardDerivative backward) {

    /** As a network is used: running statistics, its own derivatives. */
    public static final Pass INFERENCE = new Pass(Mode.INFERENCE, new BackwardDerivative.Own());

    /** As a network is trained: the batch's statistics, its own derivatives. */
    public static final Pass TRAINING = new Pass(Mode.TRAINING, new BackwardDerivative.Own());
}
