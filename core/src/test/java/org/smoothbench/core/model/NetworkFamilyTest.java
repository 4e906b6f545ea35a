package org.smoothbench.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.EfficientNetSpec;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.MlpSpec;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.PreActResNetSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.SmallCnnSpec;
import org.smoothbench.core.experiment.WideResNetSpec;
import org.smoothbench.core.problem.ProblemException;

/** What holds for the networks of every family. */
class NetworkFamilyTest {

    private static final Activation SILU = new Silu();
    private static final InputNormalization SYMMETRIC = new InputNormalization.Symmetric();
    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    static Stream<ModelSpec> families() {
        return Stream.of(
                new ResNetSpec(
                        8,
                        List.of(),
                        16,
                        1,
                        64,
                        ResNetSpec.Block.AUTO,
                        ResNetSpec.Stem.IMAGENET,
                        true,
                        SILU,
                        new InputNormalization.Channels(List.of(0.5, 0.4, 0.3), List.of(0.2, 0.3, 0.4))),
                new ResNetSpec(
                        50,
                        List.of(1, 1),
                        32,
                        8,
                        16,
                        ResNetSpec.Block.AUTO,
                        ResNetSpec.Stem.CIFAR,
                        false,
                        SILU,
                        SYMMETRIC),
                new PreActResNetSpec(8, 8, SILU, SYMMETRIC),
                new WideResNetSpec(10, 1, 0.2, SILU, SYMMETRIC),
                new EfficientNetSpec(EfficientNetSpec.Scaling.B0, SILU),
                new SmallCnnSpec(List.of(8, 16), SILU, new InputNormalization.None()),
                new MlpSpec(List.of(16), SILU, SYMMETRIC));
    }

    private Network network(ModelSpec spec) {
        return Network.create(engine, spec, SHAPE, 10, 7);
    }

    private NDArray images(int count) {
        engine.seed(11);
        return engine.manager()
                .randomUniform(0, 1, new Shape(count, 32, 32, 3))
                .transpose(0, 3, 1, 2)
                .stopGradient();
    }

    private static NDArray gradient(Network network, NDArray x, Pass pass) {
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray logits = network.forward(x, pass);
            collector.backward(logits.square().sum());
        }
        return x.getGradient();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyGradientIsFiniteAndEveryWeightHasOne(ModelSpec spec) {
        try (Network network = network(spec)) {
            NDArray gradient = gradient(network, images(4), Pass.TRAINING);
            assertFinite("images", gradient);
            network.state().parameters().forEach((name, parameter) -> {
                assertFinite(name, parameter.getGradient());
                boolean beforeZero = spec instanceof ResNetSpec resnet && resnet.zeroInitResidual();
                if (network.state().kind(name) == ParameterKind.WEIGHT && !beforeZero) {
                    assertThat(parameter.getGradient().abs().max().getFloat())
                            .as(name)
                            .isPositive();
                }
            });
        }
    }

    private static void assertFinite(String name, NDArray array) {
        boolean finite = true;
        for (float value : array.toFloatArray()) {
            finite &= Float.isFinite(value);
        }
        assertThat(finite).as(name).isTrue();
    }

    @ParameterizedTest
    @MethodSource("families")
    void channelsLastGivesTheGradientOfPlainLayout(ModelSpec spec) {
        try (Network network = network(spec)) {
            NDArray last = images(3);
            NDArray plain = engine.manager().zeros(last.getShape()).add(last);
            float[] expected = gradient(network, plain, Pass.INFERENCE).toFloatArray();
            float[] found = gradient(network, last, Pass.INFERENCE).toFloatArray();
            float largest = 0;
            float difference = 0;
            for (int i = 0; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs(expected[i]));
                difference = Math.max(difference, Math.abs(found[i] - expected[i]));
            }
            // Another order of summation, through as many as 80 layers in single precision.
            assertThat(difference).isLessThan(1e-4f * largest);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void inferenceChangesNothingAndDrawsNothing(ModelSpec spec) {
        try (Network network = network(spec)) {
            Map<String, float[]> before = new LinkedHashMap<>();
            network.state().all().forEach((name, array) -> before.put(name, array.toFloatArray()));
            NDArray x = images(3);
            engine.seed(1);
            float[] logits = network.logits(x).toFloatArray();
            engine.seed(2);
            assertThat(network.logits(x).toFloatArray()).containsExactly(logits);
            network.state()
                    .all()
                    .forEach((name, array) -> assertThat(Arrays.equals(array.toFloatArray(), before.get(name)))
                            .as(name)
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsDrawnInTrainingFollowsFromTheEnginesSeed(ModelSpec spec) {
        try (Network network = network(spec)) {
            NDArray x = images(3);
            engine.seed(1);
            float[] logits = network.forward(x, Pass.TRAINING).toFloatArray();
            engine.seed(1);
            assertThat(network.forward(x, Pass.TRAINING).toFloatArray()).containsExactly(logits);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aPassLeavesNothingBehindAndAPlanHasTheSameArrays(ModelSpec spec) {
        int before = engine.manager().getManagedArrays().size();
        try (Network network = network(spec)) {
            Map<String, Shape> shapes = new LinkedHashMap<>();
            network.state().all().forEach((name, array) -> shapes.put(name, array.getShape()));
            assertThat(Architecture.of(spec, SHAPE, 10).shapes()).isEqualTo(shapes);
            int alive = alive(network);
            try (NDManager scratch = engine.manager().newSubManager()) {
                NDArray x = scratch.randomUniform(0, 1, new Shape(2, 3, 32, 32));
                network.forward(x, Pass.TRAINING);
            }
            assertThat(alive(network)).isEqualTo(alive);
        }
        assertThat(engine.manager().getManagedArrays()).hasSize(before);
    }

    private static int alive(Network network) {
        return network.state()
                .all()
                .values()
                .iterator()
                .next()
                .getManager()
                .getManagedArrays()
                .size();
    }

    @Test
    void blocksThatStartAtZeroStartAsIdentities() {
        ResNetSpec spec = (ResNetSpec) families().findFirst().orElseThrow();
        try (Network network = network(spec)) {
            assertThat(network.state().parameters().get("layer2.0.bn2.weight"))
                    .isNotNull()
                    .satisfies(weight -> assertThat(weight.toFloatArray()).containsOnly(0));
        }
    }

    @Test
    void aNormalizationForOtherChannelsIsRefused() {
        InputNormalization gray = new InputNormalization.Channels(List.of(0.5), List.of(0.5));
        MlpSpec spec = new MlpSpec(List.of(), SILU, gray);
        assertThatThrownBy(() -> network(spec))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("1 channels")
                .hasMessageContaining("images with 3");
    }

    @Test
    void normalizationsGiveTheSameLogitsForTheSameInput() {
        InputNormalization channels = new InputNormalization.Channels(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5));
        try (Network symmetric = network(new MlpSpec(List.of(8), SILU, SYMMETRIC));
                Network explicit = network(new MlpSpec(List.of(8), SILU, channels));
                Network none = network(new MlpSpec(List.of(8), SILU, new InputNormalization.None()))) {
            NDArray x = images(2);
            NDArray scaled = x.mul(engine.manager().full(new Shape(), 2f)).sub(1);
            float[] expected = symmetric.logits(x).toFloatArray();
            assertThat(none.logits(scaled).toFloatArray()).containsExactly(expected);
            assertThat(explicit.logits(x).toFloatArray()).containsExactly(expected, within(1e-5f));
        }
    }

    @Test
    void aPerceptronClassifiesPointsOfThePlane() {
        MlpSpec spec = new MlpSpec(List.of(4), SILU, SYMMETRIC);
        try (Network network = Network.create(engine, spec, new ImageShape(1, 1, 2), 3, 0)) {
            NDArray points = engine.manager().randomUniform(0, 1, new Shape(5, 2));
            float[] flat = network.logits(points).toFloatArray();
            assertThat(network.logits(points.reshape(5, 1, 1, 2)).toFloatArray())
                    .containsExactly(flat)
                    .hasSize(15);
        }
    }
}
