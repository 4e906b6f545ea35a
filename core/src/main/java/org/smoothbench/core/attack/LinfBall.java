package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.engine.Scalars;

/**
 * The images allowed around given ones: no pixel further than epsilon away and none outside [0, 1].
 *
 * @param lower the least allowed value of each pixel
 * @param upper the greatest
 */
record LinfBall(NDArray lower, NDArray upper) {

    /**
     * The ball around images.
     *
     * @param images float32 in [0, 1]
     * @param epsilon the budget on the [0, 1] scale
     */
    static LinfBall around(NDArray images, double epsilon) {
        NDArray budget = Scalars.of(images.getManager(), epsilon);
        return new LinfBall(images.sub(budget).clip(0, 1), images.add(budget).clip(0, 1));
    }

    /** The nearest allowed images. */
    NDArray project(NDArray images) {
        return images.maximum(lower).minimum(upper);
    }

    /** The ball around some of the images. */
    LinfBall rows(NDArray indices) {
        return new LinfBall(lower.get(indices), upper.get(indices));
    }
}
