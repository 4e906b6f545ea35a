package org.smoothbench.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.RuntimeSpec;

/** Architectures against published counts and names; modes against what batch normalisation must and must not do. */
class NetworkTest {

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    private Network network(int depth, int width, Activation activation) {
        return Network.create(engine, new ResNetSpec(depth, width, activation), new ImageShape(3, 32, 32), 10, 7);
    }

    private NDArray images(int count) {
        engine.seed(11);
        return engine.manager().randomUniform(0, 1, new Shape(count, 32, 32, 3)).transpose(0, 3, 1, 2);
    }

    @Test
    void resNet18HasThePublishedParameterCount() {
        try (Network network = network(18, 64, new Relu())) {
            assertThat(network.parameterCount()).isEqualTo(11_173_962);
        }
    }

    @Test
    void arraysCarryTorchvisionsNamesInItsOrder() {
        try (Network network = network(18, 8, new Relu())) {
            assertThat(List.copyOf(network.state().all().keySet()))
                    .startsWith(
                            "conv1.weight",
                            "bn1.weight",
                            "bn1.bias",
                            "bn1.running_mean",
                            "bn1.running_var",
                            "layer1.0.conv1.weight",
                            "layer1.0.bn1.weight")
                    .containsSubsequence(
                            "layer2.0.conv2.weight",
                            "layer2.0.bn2.running_var",
                            "layer2.0.downsample.0.weight",
                            "layer2.0.downsample.1.weight",
                            "layer2.0.downsample.1.running_var",
                            "layer2.1.conv1.weight")
                    .endsWith("layer4.1.bn2.running_var", "fc.weight", "fc.bias")
                    .doesNotContain("layer1.0.downsample.0.weight");
        }
    }

    @Test
    void aSeedMeansOneNetwork() {
        try (Network one = network(8, 8, new Silu());
                Network same = network(8, 8, new Silu());
                Network other =
                        Network.create(engine, new ResNetSpec(8, 8, new Silu()), new ImageShape(3, 32, 32), 10, 8)) {
            float[] logits = one.logits(images(3)).toFloatArray();
            assertThat(same.logits(images(3)).toFloatArray()).containsExactly(logits);
            assertThat(other.logits(images(3)).toFloatArray()).isNotEqualTo(logits);
        }
    }

    @Test
    void inferenceLeavesRunningStatisticsAloneAndTrainingMovesThem() {
        try (Network network = network(8, 8, new Relu())) {
            NDArray mean = statistic(network, "bn1.running_mean");
            float[] before = mean.toFloatArray();
            network.logits(images(4));
            assertThat(mean.toFloatArray()).containsExactly(before);
            network.forward(images(4), Pass.TRAINING);
            assertThat(mean.toFloatArray()).isNotEqualTo(before);
        }
    }

    private static NDArray statistic(Network network, String name) {
        NDArray array = network.state().all().get(name);
        assertThat(array).as(name).isNotNull();
        return Objects.requireNonNull(array);
    }

    @Test
    void freezingKeepsGradientsFromParametersAndDoesNotChangeThoseOfImages() {
        try (Network network = network(8, 8, new Silu())) {
            float[] free = inputGradient(network);
            float[] frozen;
            try (Network.Frozen _ = network.freeze()) {
                assertThat(network.state().parameters().values()).noneMatch(NDArray::hasGradient);
                frozen = inputGradient(network);
            }
            assertThat(frozen).containsExactly(free);
            assertThat(network.state().parameters().values()).allMatch(NDArray::hasGradient);
        }
    }

    private float[] inputGradient(Network network) {
        try (NDManager scratch = engine.manager().newSubManager()) {
            NDArray x = images(2).stopGradient();
            x.attach(scratch);
            return gradient(network, x).toFloatArray();
        }
    }

    private static NDArray gradient(Network network, NDArray x) {
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(network.logits(x).sum());
        }
        return x.getGradient();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 12, 15, 16, 20})
    void channelsLastGivesTheGradientOfPlainLayout(int width) {
        try (Network network = network(8, width, new Silu())) {
            NDArray last = images(5).stopGradient();
            NDArray plain = engine.manager().zeros(last.getShape()).add(last);
            float[] expected = gradient(network, plain).toFloatArray();
            float[] found = gradient(network, last).toFloatArray();
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).isCloseTo(expected[i], within(1e-5f));
            }
        }
    }

    @Test
    void inputGradientMatchesFiniteDifferences() {
        try (Network network = network(8, 8, new Silu())) {
            NDArray x = images(1).stopGradient();
            NDArray direction = engine.manager().randomNormal(new Shape(1, 3, 32, 32));
            float slope = gradient(network, x).mul(direction).sum().getFloat();
            NDArray h = direction.mul(engine.manager().full(new Shape(), 1e-3f));
            double up = network.logits(x.add(h)).sum().getFloat();
            double down = network.logits(x.sub(h)).sum().getFloat();
            assertThat((up - down) / 2e-3).isCloseTo(slope, within(0.02 * Math.abs(slope) + 0.02));
        }
    }
}
