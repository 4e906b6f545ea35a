package org.smoothbench.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.MlpSpec;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.PreActResNetSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.SmallCnnSpec;
import org.smoothbench.core.experiment.WideResNetSpec;
import org.smoothbench.core.problem.ProblemException;

/** Networks that torchvision does not have, against published counts and counts by hand; without an engine. */
class ParameterCountTest {

    private static final Activation RELU = new Relu();
    private static final InputNormalization PLAIN = new InputNormalization.None();

    private static Architecture cifar(ModelSpec model) {
        return Architecture.of(model, new ImageShape(3, 32, 32), 10);
    }

    @Test
    void cifarNetworksHaveThePublishedCounts() {
        assertThat(cifar(new ResNetSpec(18, 64, RELU)).parameterCount()).isEqualTo(11_173_962);
        // The published count is that of a network without the last batch normalisation.
        assertThat(cifar(new PreActResNetSpec(18, 64, RELU, PLAIN)).parameterCount())
                .isEqualTo(11_171_146 + 2 * 512);
        assertThat(cifar(new WideResNetSpec(28, 10, 0, RELU, PLAIN)).parameterCount())
                .isEqualTo(36_479_194);
        assertThat(cifar(new WideResNetSpec(34, 10, 0.3, RELU, PLAIN)).parameterCount())
                .isEqualTo(46_160_474);
    }

    @Test
    void preActivationNetworksHaveTheNamesOfFastAdversarialTraining() {
        assertThat(cifar(new PreActResNetSpec(18, 8, RELU, PLAIN)).shapes().keySet())
                .startsWith(
                        "conv1.weight",
                        "layer1.0.bn1.weight",
                        "layer1.0.bn1.bias",
                        "layer1.0.bn1.running_mean",
                        "layer1.0.bn1.running_var",
                        "layer1.0.conv1.weight",
                        "layer1.0.bn2.weight")
                .containsSubsequence("layer2.0.conv2.weight", "layer2.0.shortcut.0.weight", "layer2.1.bn1.weight")
                .doesNotContain("layer1.0.shortcut.0.weight")
                .endsWith("bn.running_mean", "bn.running_var", "linear.weight", "linear.bias");
    }

    @Test
    void wideNetworksHaveTheNamesOfTradesAndRobustBench() {
        assertThat(cifar(new WideResNetSpec(16, 1, 0, RELU, PLAIN)).shapes().keySet())
                .startsWith("conv1.weight", "block1.layer.0.bn1.weight")
                .containsSubsequence(
                        "block1.layer.0.conv1.weight",
                        "block1.layer.0.bn2.weight",
                        "block1.layer.0.conv2.weight",
                        "block1.layer.1.bn1.weight",
                        "block2.layer.0.conv2.weight",
                        "block2.layer.0.convShortcut.weight")
                .doesNotContain("block1.layer.0.convShortcut.weight")
                .endsWith("bn1.running_mean", "bn1.running_var", "fc.weight", "fc.bias");
    }

    @Test
    void aSmallCnnCountsAsByHand() {
        long expected = 3 * 9 * 8 + 2 * 8 + 8 * 9 * 16 + 2 * 16 + 16 * 10 + 10;
        assertThat(cifar(new SmallCnnSpec(List.of(8, 16), RELU, PLAIN)).parameterCount())
                .isEqualTo(expected);
    }

    @Test
    void aPerceptronCountsAsByHandAndTakesPointsOfThePlane() {
        MlpSpec perceptron = new MlpSpec(List.of(5, 7), RELU, PLAIN);
        assertThat(cifar(perceptron).parameterCount()).isEqualTo((3072 + 1) * 5 + (5 + 1) * 7 + (7 + 1) * 10);
        assertThat(Architecture.of(perceptron, new ImageShape(1, 1, 2), 3).parameterCount())
                .isEqualTo((2 + 1) * 5 + (5 + 1) * 7 + (7 + 1) * 3);
        assertThat(cifar(new MlpSpec(List.of(), RELU, PLAIN)).shapes().keySet())
                .containsExactly("fc1.weight", "fc1.bias");
    }

    @Test
    void ownStageCountsAndScaledGroupsShapeTheNetwork() {
        ResNetSpec spec = new ResNetSpec(
                50, List.of(1, 2), 32, 4, 16, ResNetSpec.Block.AUTO, ResNetSpec.Stem.CIFAR, false, RELU, PLAIN);
        assertThat(cifar(spec).shapes())
                .hasEntrySatisfying(
                        "layer1.0.conv2.weight",
                        shape -> assertThat(shape.getShape()).containsExactly(32, 8, 3, 3))
                .hasEntrySatisfying(
                        "layer2.1.conv2.weight",
                        shape -> assertThat(shape.getShape()).containsExactly(64, 16, 3, 3))
                .containsKey("fc.weight")
                .doesNotContainKeys("layer1.1.conv1.weight", "layer2.2.conv1.weight", "layer3.0.conv1.weight");
    }

    @Test
    void refusesImagesThatAreTooSmallToBeHalved() {
        SmallCnnSpec spec = new SmallCnnSpec(List.of(8, 8, 8, 8), RELU, PLAIN);
        assertThat(Architecture.of(spec, new ImageShape(1, 8, 9), 2).parameterCount())
                .isPositive();
        assertThatThrownBy(() -> Architecture.of(spec, new ImageShape(1, 9, 7), 2))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("9x7");
    }
}
