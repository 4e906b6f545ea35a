package org.smoothbench.core.preset;

import java.util.stream.Stream;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.experiment.TrainingMethod;

/** Training on clean images, which everything adversarial is compared with (section 3.2). */
final class StandardTraining {

    private StandardTraining() {}

    static Study study() {
        return new Study(
                "standard",
                "What does standard training give, and with a better gradient?",
                "section 3.2, in the text",
                Testbed.ofImagenet().stream().flatMap(StandardTraining::rows).toList());
    }

    private static Stream<Preset> rows(Testbed testbed) {
        TrainingMethod method = new TrainingMethod.Standard();
        Recipe standard = testbed.recipe().withMethod(method);
        return Stream.of(
                testbed.preset("standard-relu", "ReLU, trained on clean images", Published.accuracy(76.8), standard),
                testbed.preset(
                        "standard-surrogate",
                        "ReLU, trained on clean images; the optimizer uses Parametric Softplus' derivative",
                        Published.accuracy(77.0),
                        standard.withOptimizer(
                                Probe.optimizer(standard.training().optimizer()))),
                testbed.preset(
                        "standard-silu",
                        "SILU, trained on clean images",
                        Published.NOTHING,
                        testbed.with(new Silu()).withMethod(method),
                        "not in the paper: what SILU gives without adversarial training"));
    }
}
