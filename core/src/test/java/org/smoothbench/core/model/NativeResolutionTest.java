package org.smoothbench.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.EfficientNetSpec;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.PreActResNetSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.WideResNetSpec;

/** One network of each family at its full width and at the resolution it was made for, two images at a time. */
class NativeResolutionTest {

    private static final InputNormalization SYMMETRIC = new InputNormalization.Symmetric();

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(imagenet(50, 1, 64), 224),
                Arguments.of(imagenet(50, 32, 4), 224),
                Arguments.of(new ResNetSpec(18, 64, new Silu()), 32),
                Arguments.of(new PreActResNetSpec(18, 64, new Silu(), SYMMETRIC), 32),
                Arguments.of(new WideResNetSpec(28, 10, 0, new Silu(), SYMMETRIC), 32),
                Arguments.of(new EfficientNetSpec(EfficientNetSpec.Scaling.B0, new Silu()), 224));
    }

    private static ModelSpec imagenet(int depth, int groups, int groupWidth) {
        return new ResNetSpec(
                depth,
                List.of(),
                64,
                groups,
                groupWidth,
                ResNetSpec.Block.AUTO,
                ResNetSpec.Stem.IMAGENET,
                false,
                new Silu(),
                SYMMETRIC);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyGradientIsFinite(ModelSpec spec, int side) {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 0, 0));
                Network network = Network.create(engine, spec, new ImageShape(3, side, side), 1000, 7);
                NDManager scratch = engine.manager().newSubManager()) {
            engine.seed(11);
            NDArray x = scratch.randomUniform(0, 1, new Shape(2, side, side, 3))
                    .transpose(0, 3, 1, 2)
                    .stopGradient();
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                collector.backward(network.forward(x, Pass.TRAINING).square().sum());
            }
            assertThat(x.getGradient().abs().sum().getFloat()).isPositive().isFinite();
            network.state().parameters().forEach((name, parameter) -> {
                try (NDArray gradient = parameter.getGradient()) {
                    assertThat(gradient.abs().sum().getFloat()).as(name).isFinite();
                }
            });
        }
    }
}
