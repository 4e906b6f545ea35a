package org.smoothbench.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.activation.Pssilu;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.WideResNetSpec;

/** Folded networks against the networks they come from, of every family, with statistics as after training. */
class FoldedNetworkTest {

    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final NDManager manager = engine.manager();

    @AfterEach
    void close() {
        engine.close();
    }

    static Stream<ModelSpec> families() {
        return Stream.concat(
                NetworkFamilyTest.families(),
                Stream.of(
                        new ResNetSpec(8, 8, new Pssilu(1.5, 0.1, true)),
                        new WideResNetSpec(10, 2, 0.3, new Relu(), new InputNormalization.Symmetric())));
    }

    /** Statistics, scales, biases and trained numbers that none of them starts with, so that nothing is the identity. */
    private Network trained(ModelSpec spec) {
        Network network = Network.create(engine, spec, SHAPE, 10, 7);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        network.state().all().forEach((name, array) -> {
            if (array.getShape().dimension() == 1) {
                boolean positive = name.endsWith("running_var") || name.endsWith("weight");
                float[] values = array.toFloatArray();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (positive ? 0.5 + random.nextDouble() : values[i] + random.nextDouble() - 0.5);
                }
                try (NDArray given = manager.create(values)) {
                    array.set(new NDIndex("..."), given);
                }
            }
        });
        return network;
    }

    private NDArray images(int count) {
        engine.seed(11);
        return manager.randomUniform(0, 1, new Shape(count, 32, 32, 3))
                .transpose(0, 3, 1, 2)
                .stopGradient();
    }

    private static NDArray gradient(Classifier model, NDArray x) {
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(model.logits(x).square().sum());
        }
        return x.getGradient();
    }

    /** Differences relative to the largest number; single precision through up to 80 layers leaves 1e-4 of it. */
    private static void assertClose(NDArray found, NDArray expected) {
        float largest = expected.abs().max().getFloat();
        assertThat(largest).isPositive();
        assertThat(found.sub(expected).abs().max().getFloat()).isLessThan(1e-4f * largest);
    }

    @ParameterizedTest
    @MethodSource("families")
    void logitsAndGradientsOfImagesAreThoseOfTheNetwork(ModelSpec spec) {
        try (Network network = trained(spec);
                FoldedNetwork folded = network.folded()) {
            assertThat(folded.classes()).isEqualTo(10);
            NDArray x = images(3);
            assertClose(folded.logits(x), network.logits(x));
            NDArray found = gradient(folded, x);
            assertThat(network.state().parameters().values())
                    .allMatch(NDArray::hasGradient)
                    .allMatch(parameter -> parameter.getGradient().abs().max().getFloat() == 0);
            assertClose(found, gradient(network, x.duplicate()));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void anotherDerivativeBehindActivationsIsTheNetworks(ModelSpec spec) {
        BackwardDerivative backward = new BackwardDerivative.Surrogate(new Silu());
        try (Network network = trained(spec);
                FoldedNetwork folded = network.folded()) {
            NDArray x = images(2);
            NDArray expected = gradient(network.through(new Pass(Mode.INFERENCE, backward)), x);
            assertClose(gradient(folded.through(backward), x.duplicate()), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void nothingStaysAfterClosingAndTheNetworkIsAsItWas(ModelSpec spec) {
        try (Network network = trained(spec)) {
            int before = manager.getManagedArrays().size();
            try (NDManager scratch = manager.newSubManager()) {
                NDArray x = images(1);
                x.attach(scratch);
                float[] logits = network.logits(x).toFloatArray();
                try (FoldedNetwork folded = network.folded()) {
                    folded.logits(x).close();
                }
                assertThat(network.logits(x).toFloatArray()).containsExactly(logits);
            }
            // The two views of the image's channels are the test's.
            assertThat(manager.getManagedArrays().size()).isEqualTo(before + 2);
        }
    }

    @Test
    void aFoldedNetworkIsASnapshot() {
        try (Network network = trained(new ResNetSpec(8, 8, new Pssilu(1.5, 0.1, true)));
                FoldedNetwork folded = network.folded()) {
            NDArray x = images(1);
            float[] before = folded.logits(x).toFloatArray();
            network.state().all().values().forEach(array -> array.addi(1));
            assertThat(folded.logits(x).toFloatArray()).containsExactly(before);
        }
    }

    /** Against sums by hand in double precision. */
    @ParameterizedTest
    @CsvSource({"1, 1, 3", "2, 1, 3", "1, 4, 3", "2, 8, 5", "2, 1, 1"})
    void aConvolutionTakesInTheNormalizationOfItsOutputs(int stride, int groups, int kernel) {
        StateDict state = new StateDict(new DrawnArrays(manager, 5));
        ConvolutionShape shape =
                ConvolutionShape.of(8, 16, kernel).grouped(groups).strided(stride);
        Convolution convolution = new Convolution(state, "c", shape);
        BatchNormalization normalization =
                new BatchNormalization(state, "b", 16, new BatchNormalization.Settings(1, 0.1, 1e-3));
        for (String name : List.of("b.weight", "b.bias", "b.running_mean", "b.running_var")) {
            NDArray array = Objects.requireNonNull(state.all().get(name));
            array.set(new NDIndex("..."), manager.randomUniform(0.5f, 2, array.getShape()));
        }
        NDArray x = manager.randomNormal(new Shape(2, 9, 9, 8)).transpose(0, 3, 1, 2);
        NDArray plain = convolution.forward(x, Pass.INFERENCE);
        float[] found = convolution
                .then(normalization)
                .folded(manager)
                .forward(x, Pass.INFERENCE)
                .toFloatArray();
        float[] sums = plain.toFloatArray();
        int area = sums.length / 32;
        for (int i = 0; i < sums.length; i++) {
            int c = i / area % 16;
            double scale = value(state, "b.weight", c) / Math.sqrt(value(state, "b.running_var", c) + 1e-3);
            double expected = (sums[i] - value(state, "b.running_mean", c)) * scale + value(state, "b.bias", c);
            assertThat((double) found[i]).isCloseTo(expected, within(1e-4));
        }
    }

    private static double value(StateDict state, String name, int channel) {
        return Objects.requireNonNull(state.all().get(name)).getFloat(channel);
    }
}
