package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;

/** Hears of what reaches the activations of a network while images pass through it, on the engine's thread. */
@FunctionalInterface
public interface ActivationInputs {

    /** Nobody listens. */
    ActivationInputs UNHEARD = (_, _) -> {};

    /**
     * Images have come to an activation.
     *
     * @param place the activation's name, such as {@code layer1.0.act1}
     * @param input what it is applied to, images first; belongs to the pass, so take from it now what is wanted
     */
    void reached(String place, NDArray input);
}
