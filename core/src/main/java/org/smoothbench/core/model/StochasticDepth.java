package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.smoothbench.core.engine.Scalars;

/**
 * Sets a residual branch to 0 for some images of a batch in training and scales it up for the others (Huang et al. 2016,
 * as EfficientNet does it); what it draws follows from the engine's seed.
 */
final class StochasticDepth implements Layer {

    private final double survival;

    /** A layer through which an image comes with the given probability, above 0. */
    StochasticDepth(double survival) {
        this.survival = survival;
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return pass.mode() == Mode.TRAINING && survival < 1 ? x.mul(mask(x)) : x;
    }

    private NDArray mask(NDArray x) {
        Shape perImage = new Shape(x.getShape().get(0), 1, 1, 1);
        NDArray survives = x.getManager().randomUniform(0, 1, perImage).lt(survival);
        return survives.toType(DataType.FLOAT32, false).div(Scalars.of(x.getManager(), survival));
    }
}
