package org.smoothbench.core.preset;

import java.util.stream.Stream;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Elu;
import org.smoothbench.core.activation.Gelu;
import org.smoothbench.core.activation.ParametricSoftplus;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.activation.SmoothRelu;
import org.smoothbench.core.activation.Softplus;

/** Smooth activations in both passes (sections 4.1 and 4.2). */
final class Figure3 {

    private static final Published PLOTTED = Published.words("only plotted");

    private Figure3() {}

    static Study study() {
        return new Study(
                "figure3",
                "Which smooth activations improve adversarial training?",
                "Figure 3",
                Testbed.ofImagenet().stream().flatMap(Figure3::rows).toList());
    }

    private static Stream<Preset> rows(Testbed testbed) {
        return Stream.of(
                row(testbed, "relu", new Relu(), Published.imagenet(68.8, 33.0)),
                row(testbed, "softplus", new Softplus(), PLOTTED),
                row(testbed, "parametric-softplus", new ParametricSoftplus(10), Published.robustness(38.7)),
                row(testbed, "smooth-relu", new SmoothRelu(400, true), Published.imagenet(69.4, 40.3)),
                row(testbed, "elu", new Elu(1), Published.robustness(41.1)),
                row(testbed, "gelu", new Gelu(), PLOTTED),
                row(testbed, "silu", new Silu(), Published.imagenet(69.7, 42.3)));
    }

    private static Preset row(Testbed testbed, String key, Activation activation, Published published) {
        return testbed.preset(
                "figure3-" + key, activation.label() + ", adversarially trained", published, testbed.with(activation));
    }
}
