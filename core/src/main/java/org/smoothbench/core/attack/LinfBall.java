package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.engine.Scalars;

/**
 * The images allowed around given ones: no pixel further than epsilon away and none outside [0, 1].
 *
 * @param center the images
 * @param lower the least allowed value of each pixel
 * @param upper the greatest
 */
record LinfBall(NDArray center, NDArray lower, NDArray upper) implements Budget {

    private static final int[] PIXELS = {1};

    /**
     * The ball around images.
     *
     * @param images float32 in [0, 1]
     * @param epsilon the budget on the [0, 1] scale
     */
    static LinfBall around(NDArray images, double epsilon) {
        NDArray budget = Scalars.of(images.getManager(), epsilon);
        return new LinfBall(
                images, images.sub(budget).clip(0, 1), images.add(budget).clip(0, 1));
    }

    @Override
    public NDArray project(NDArray images) {
        return images.maximum(lower).minimum(upper);
    }

    @Override
    public NDArray direction(NDArray gradient) {
        return gradient.sign();
    }

    @Override
    public NDArray distances(NDArray images) {
        // The engine takes the largest along one axis only.
        return images.sub(center).abs().reshape(images.getShape().get(0), -1).max(PIXELS);
    }

    @Override
    public LinfBall rows(NDArray indices) {
        return new LinfBall(Rows.of(center, indices), Rows.of(lower, indices), Rows.of(upper, indices));
    }
}
