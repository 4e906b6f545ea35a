package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;

/** What an attack needs to know of a model: logits of images, as it classifies them when it is used. */
public interface Classifier {

    /**
     * Logits, as a rule in inference mode: batch normalisation uses its running statistics and leaves them as they are.
     *
     * @param images float32 in [0, 1], shape (images, channels, height, width)
     * @return shape (images, classes), differentiable with respect to the images, owned by their manager
     */
    NDArray logits(NDArray images);

    /** The number of classes. */
    int classes();
}
