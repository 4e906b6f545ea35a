package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import java.util.Arrays;

/** Batch normalisation over images and positions. */
final class BatchNormalization implements Layer {

    /** Tells DJL that channels already are where PyTorch wants them. */
    private static final int CHANNELS_IN_PLACE = -1;

    private final NDArray weight;
    private final NDArray bias;
    private final NDArray runningMean;
    private final NDArray runningVariance;
    private final float kept;
    private final float epsilon;

    /**
     * The numbers of batch normalisation.
     *
     * @param initialWeight what its scales start at
     * @param momentum share of the newest batch in the running statistics, as PyTorch counts
     * @param epsilon added to variances
     */
    record Settings(double initialWeight, double momentum, double epsilon) {

        /** PyTorch's defaults. */
        static final Settings DEFAULT = new Settings(1, 0.1, 1e-5);

        /** The same with scales that start at 0. */
        Settings startingAtZero() {
            return new Settings(0, momentum, epsilon);
        }
    }

    BatchNormalization(StateDict state, String name, int channels, Settings settings) {
        Shape shape = new Shape(channels);
        this.weight = state.constant(name + ".weight", ParameterKind.BATCH_NORM, shape, settings.initialWeight());
        this.bias = state.constant(name + ".bias", ParameterKind.BATCH_NORM, shape, 0);
        this.runningMean = state.statistic(name + ".running_mean", shape, 0);
        this.runningVariance = state.statistic(name + ".running_var", shape, 1);
        // DJL counts the part that is kept, PyTorch the part that is new.
        this.kept = (float) (1 - settings.momentum());
        this.epsilon = (float) settings.epsilon();
    }

    /** With PyTorch's defaults. */
    BatchNormalization(StateDict state, String name, int channels) {
        this(state, name, channels, Settings.DEFAULT);
    }

    private BatchNormalization(BatchNormalization layer, NDManager owner) {
        this.weight = FrozenCopy.of(layer.weight, owner);
        this.bias = FrozenCopy.of(layer.bias, owner);
        this.runningMean = FrozenCopy.of(layer.runningMean, owner);
        this.runningVariance = FrozenCopy.of(layer.runningVariance, owner);
        this.kept = layer.kept;
        this.epsilon = layer.epsilon;
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
                        kept,
                        epsilon,
                        pass.mode() == Mode.TRAINING)
                .singletonOrThrow();
    }

    @Override
    public Layer folded(NDManager owner) {
        return new BatchNormalization(this, owner);
    }

    /** What inference multiplies each channel by. */
    double[] scale() {
        float[] weights = weight.toFloatArray();
        float[] variances = runningVariance.toFloatArray();
        double[] scale = new double[weights.length];
        Arrays.setAll(scale, c -> weights[c] / Math.sqrt((double) variances[c] + epsilon));
        return scale;
    }

    /** What inference then adds to each channel. */
    double[] shift() {
        float[] biases = bias.toFloatArray();
        float[] means = runningMean.toFloatArray();
        double[] shift = scale();
        Arrays.setAll(shift, c -> biases[c] - means[c] * shift[c]);
        return shift;
    }
}
