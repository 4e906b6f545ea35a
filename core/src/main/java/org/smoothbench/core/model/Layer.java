package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A differentiable step from tensor to tensor. */
@FunctionalInterface
interface Layer {

    /** The output for an input of shape (images, channels, height, width), owned by the input's manager. */
    NDArray forward(NDArray x, Pass pass);

    /** This layer, then another. */
    default Layer then(Layer next) {
        return Chain.of(this, next);
    }

    /**
     * A layer that does in inference mode what this one does now, with less work where there is a way, and that no gradient
     * of a parameter goes into. What it computes with is its own, but for numbers nobody trains.
     *
     * @param owner of the new layer's arrays
     */
    default Layer folded(NDManager owner) {
        return this;
    }
}
