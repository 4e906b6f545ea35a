package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * What a gradient attack ascends, image by image. Written with tensor operands only, so that it can be differentiated
 * safely; what an objective holds belongs to the manager it was made with.
 */
public interface Objective {

    /**
     * The loss of each image.
     *
     * @param logits shape (images, classes)
     * @return shape (images), differentiable with respect to the logits, owned by their manager
     */
    NDArray losses(NDArray logits);

    /**
     * The objective of some of the images.
     *
     * @param indices int64, which rows, in the order wanted; its manager owns the result
     */
    Objective rows(NDArray indices);
}
