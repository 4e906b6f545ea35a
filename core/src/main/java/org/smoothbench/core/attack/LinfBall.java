package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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

    /**
     * Images moved by independent uniform noise in [-epsilon, epsilon), then projected.
     *
     * @param images channels-last in memory; the noise is drawn in that order and keeps it
     */
    NDArray randomStart(NDArray images, double epsilon) {
        NDManager manager = images.getManager();
        Shape s = images.getShape();
        NDArray noise = manager.randomUniform(
                        (float) -epsilon, (float) epsilon, new Shape(s.get(0), s.get(2), s.get(3), s.get(1)))
                .transpose(0, 3, 1, 2);
        return project(images.add(noise));
    }
}
