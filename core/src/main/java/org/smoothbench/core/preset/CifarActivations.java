package org.smoothbench.core.preset;

import java.util.stream.Stream;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Celu;
import org.smoothbench.core.activation.Elu;
import org.smoothbench.core.activation.Gelu;
import org.smoothbench.core.activation.ParametricSoftplus;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.activation.SmoothRelu;
import org.smoothbench.core.activation.Softplus;

/** Activations on CIFAR-10, where two of them hurt (section 7). */
final class CifarActivations {

    private static final String BESIDES = "not in the paper's section 7; here for comparison";

    private CifarActivations() {}

    static Study study() {
        return new Study(
                "cifar10-resnet18",
                "Does it hold on CIFAR-10? Activations in ResNet-18",
                "section 7",
                Testbed.ofCifar10().stream().flatMap(CifarActivations::rows).toList());
    }

    private static Stream<Preset> rows(Testbed testbed) {
        return Stream.of(
                row(testbed, "relu", new Relu(), "the baseline; no number is given"),
                row(testbed, "gelu", new Gelu(), "0.7 points more robust than ReLU under AutoAttack"),
                row(testbed, "softplus", new Softplus(), "2.3 points more robust than ReLU under AutoAttack"),
                row(
                        testbed,
                        "smooth-relu",
                        new SmoothRelu(400, true),
                        "0.7 to 2.3 points more robust than ReLU under AutoAttack"),
                row(testbed, "elu", new Elu(1), "worse than ReLU; training error 10.6 points higher"),
                row(testbed, "silu", new Silu(), "worse than ReLU; training error 4.1 points higher"),
                row(testbed, "celu", new Celu(1), "", BESIDES),
                row(testbed, "parametric-softplus", new ParametricSoftplus(10), "", BESIDES));
    }

    private static Preset row(
            Testbed testbed, String key, Activation activation, String published, String... differences) {
        return testbed.preset(
                "cifar10-resnet18-" + key,
                activation.label() + ", adversarially trained",
                Published.words(published),
                testbed.with(activation),
                differences);
    }
}
