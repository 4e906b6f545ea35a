package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;

/** Batch normalisation over images and positions, with PyTorch's defaults: momentum 0.1, epsilon 1e-5. */
final class BatchNormalization implements Layer {

    /** DJL counts the part that is kept, PyTorch the part that is new. */
    private static final float KEPT = 0.9f;

    private static final float EPSILON = 1e-5f;

    /** Tells DJL that channels already are where PyTorch wants them. */
    private static final int CHANNELS_IN_PLACE = -1;

    private final NDArray weight;
    private final NDArray bias;
    private final NDArray runningMean;
    private final NDArray runningVariance;

    BatchNormalization(StateDict state, String name, int channels) {
        Shape shape = new Shape(channels);
        this.weight = state.constant(name + ".weight", shape, 1);
        this.bias = state.constant(name + ".bias", shape, 0);
        this.runningMean = state.statistic(name + ".running_mean", shape, 0);
        this.runningVariance = state.statistic(name + ".running_var", shape, 1);
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return BatchNorm.batchNorm(
                        x,
                        runningMean,
                        runningVariance,
                        weight,
                        bias,
                        CHANNELS_IN_PLACE,
                        KEPT,
                        EPSILON,
                        pass.mode() == Mode.TRAINING)
                .singletonOrThrow();
    }
}
