package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.WeightAveraging;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.Pass;

/** The moving average against its recursion written out. */
class WeightAverageTest {

    private static final double DECAY = 0.75;

    private static Network network(TorchEngine engine, long seed) {
        return Network.create(engine, TrainingRig.network(new Silu()), new ImageShape(3, 8, 8), 2, seed);
    }

    private static NDArray array(Network network, String name) {
        return Objects.requireNonNull(network.state().all().get(name));
    }

    @ParameterizedTest
    @EnumSource(WeightAveraging.Statistics.class)
    void followsItsRecursionForWeightsAndStatistics(WeightAveraging.Statistics statistics) {
        WeightAveraging.Ema spec = new WeightAveraging.Ema(DECAY, true, statistics);
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
                Network trained = network(engine, 1);
                WeightAverage average = new WeightAverage(spec, trained, network(engine, 2))) {
            NDArray bias = array(trained, "fc.bias");
            NDArray mean = array(trained, "bn1.running_mean");
            double expectedBias = bias.getFloat(0);
            double expectedMean = mean.getFloat(0);
            for (int step = 0; step < 40; step++) {
                engine.seed(step);
                trained.forward(engine.manager().randomUniform(0, 1, new Shape(4, 3, 8, 8)), Pass.TRAINING);
                bias.addi(bias.getManager().full(bias.getShape(), 0.25f * (step % 3)));
                average.update(step, engine.manager());
                double kept = Math.min(DECAY, (1.0 + step) / (10.0 + step));
                expectedBias = kept * expectedBias + (1 - kept) * bias.getFloat(0);
                expectedMean = switch (statistics) {
                    case AVERAGED -> kept * expectedMean + (1 - kept) * mean.getFloat(0);
                    case TRAINED -> mean.getFloat(0);
                };
                assertThat((double) array(average.network(), "fc.bias").getFloat(0))
                        .isCloseTo(expectedBias, within(1e-5));
                assertThat((double) array(average.network(), "bn1.running_mean").getFloat(0))
                        .isCloseTo(expectedMean, within(1e-5));
            }
        }
    }
}
