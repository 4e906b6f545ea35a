package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.problem.Problem;

/** What a network does to images first: a scale and a shift, neither of them trained. */
final class NormalizationLayer {

    private NormalizationLayer() {}

    /**
     * The layer for images of so many channels.
     *
     * @throws org.smoothbench.core.problem.ProblemException if the normalisation is for another number of channels
     */
    static Layer of(NDManager manager, InputNormalization normalization, int channels) {
        return switch (normalization) {
            case InputNormalization.None _ -> (x, _) -> x;
            case InputNormalization.Symmetric _ -> {
                NDArray two = Scalars.of(manager, 2);
                NDArray one = Scalars.of(manager, 1);
                yield (x, _) -> x.mul(two).sub(one);
            }
            case InputNormalization.Channels perChannel -> {
                requireChannels(perChannel, channels);
                NDArray mean = perChannel(manager, perChannel.mean());
                NDArray std = perChannel(manager, perChannel.std());
                yield (x, _) -> x.sub(mean).div(std);
            }
        };
    }

    private static void requireChannels(InputNormalization.Channels perChannel, int channels) {
        if (perChannel.mean().size() != channels) {
            throw new Problem.Specification(
                            "a mean and a standard deviation for each of "
                                    + perChannel.mean().size() + " channels, but images with " + channels,
                            "$.model.normalization",
                            "give one of each for every channel of the images")
                    .asException();
        }
    }

    private static NDArray perChannel(NDManager manager, List<Double> values) {
        float[] numbers = new float[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.get(i).floatValue();
        }
        try (NDArray shared = manager.create(numbers, new Shape(1, numbers.length, 1, 1))) {
            NDArray copy = shared.duplicate();
            copy.attach(manager);
            return copy;
        }
    }
}
