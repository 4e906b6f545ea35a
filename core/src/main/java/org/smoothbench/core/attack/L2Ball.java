package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.engine.Scalars;

/**
 * The images allowed around given ones: none further than epsilon away as a whole, and no pixel outside [0, 1].
 *
 * @param center the images
 * @param epsilon the budget on the [0, 1] scale, a tensor without dimensions
 */
record L2Ball(NDArray center, NDArray epsilon) implements Budget {

    private static final int[] PIXELS = {1, 2, 3};

    /** Keeps a length of zero from being divided by, as in AutoAttack. */
    private static final double TINY = 1e-12;

    /**
     * The ball around images.
     *
     * @param images float32 in [0, 1]
     * @param epsilon the budget on the [0, 1] scale
     */
    static L2Ball around(NDArray images, double epsilon) {
        return new L2Ball(images, Scalars.of(images.getManager(), epsilon));
    }

    @Override
    public NDArray project(NDArray images) {
        NDArray moved = images.sub(center);
        NDArray length = lengths(moved);
        // The images' manager owns what comes of them; with the centre first it would be the attack's, for all its
        // steps.
        return moved.div(length.add(TINY))
                .mul(length.minimum(epsilon))
                .add(center)
                .clip(0, 1);
    }

    @Override
    public NDArray direction(NDArray gradient) {
        return gradient.div(lengths(gradient).add(TINY));
    }

    @Override
    public NDArray distances(NDArray images) {
        return images.sub(center).square().sum(PIXELS).sqrt();
    }

    @Override
    public L2Ball rows(NDArray indices) {
        return new L2Ball(Rows.of(center, indices), epsilon);
    }

    /** Euclidean lengths, shape (images, 1, 1, 1). */
    private static NDArray lengths(NDArray images) {
        return images.square().sum(PIXELS, true).sqrt();
    }
}
