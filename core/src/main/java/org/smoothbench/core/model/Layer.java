package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;

/** A differentiable step from tensor to tensor. */
@FunctionalInterface
interface Layer {

    /** The output for an input of shape (images, channels, height, width), owned by the input's manager. */
    NDArray forward(NDArray x, Pass pass);

    /** This layer, then another. */
    default Layer then(Layer next) {
        return (x, pass) -> next.forward(forward(x, pass), pass);
    }
}
