package org.smoothbench.core.model;

import org.smoothbench.core.activation.BackwardDerivative;

/**
 * How a network is gone through.
 *
 * @param mode what batch normalisation and dropout do
 * @param backward which derivative a backward pass uses at the activations
 * @param inputs hears of what reaches each activation
 */
public record Pass(Mode mode, BackwardDerivative backward, ActivationInputs inputs) {

    /** As a network is used: running statistics, its own derivatives. */
    public static final Pass INFERENCE = new Pass(Mode.INFERENCE, new BackwardDerivative.Own());

    /** As a network is trained: the batch's statistics, its own derivatives. */
    public static final Pass TRAINING = new Pass(Mode.TRAINING, new BackwardDerivative.Own());

    /** A pass nobody listens to. */
    public Pass(Mode mode, BackwardDerivative backward) {
        this(mode, backward, ActivationInputs.UNHEARD);
    }

    /** The same pass before a listener. */
    public Pass heardBy(ActivationInputs listener) {
        return new Pass(mode, backward, listener);
    }
}
