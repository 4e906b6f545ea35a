package org.smoothbench.core.preset;

import java.util.stream.Stream;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;

/** Better gradients for the attacker, the optimizer or both, and two remedies that are none (sections 3.2 and 3.3). */
final class Table1 {

    private Table1() {}

    static Study study() {
        return new Study(
                "table1",
                "Does ReLU's gradient weaken adversarial training?",
                "Table 1 and section 3.3",
                Testbed.ofImagenet().stream()
                        .flatMap(testbed -> Stream.concat(rows(testbed), remedies(testbed)))
                        .toList());
    }

    private static Stream<Preset> rows(Testbed testbed) {
        Recipe plain = testbed.recipe();
        Recipe attacker = plain.withTrainingAttack(Probe::attacker);
        OptimizerSpec better = Probe.optimizer(plain.training().optimizer());
        return Stream.of(
                testbed.preset(
                        "table1-neither", "ReLU, its own derivative everywhere", Published.imagenet(68.8, 33.0), plain),
                testbed.preset(
                        "table1-attacker",
                        "ReLU; the attacker in training uses Parametric Softplus' derivative",
                        Published.imagenet(68.3, 34.5),
                        attacker),
                testbed.preset(
                        "table1-optimizer",
                        "ReLU; the optimizer uses Parametric Softplus' derivative",
                        Published.imagenet(69.4, 35.8),
                        plain.withOptimizer(better)),
                testbed.preset(
                        "table1-both",
                        "ReLU; attacker and optimizer use Parametric Softplus' derivative",
                        Published.imagenet(68.9, 36.9),
                        attacker.withOptimizer(better)));
    }

    private static Stream<Preset> remedies(Testbed testbed) {
        Recipe plain = testbed.recipe();
        return Stream.of(
                testbed.preset(
                        "table1-pgd2",
                        "ReLU, trained against two attack steps instead of one",
                        Published.imagenet(68.7, 33.6),
                        plain.withTrainingAttack(attack -> new PgdSpec(attack.epsilon(), attack.stepSize(), 2, true)),
                        "the paper gives no step for PGD-2: that of PGD-1 here"),
                testbed.preset(
                        "table1-longer",
                        "ReLU, trained twice as long",
                        Published.imagenet(71.4, 31.2),
                        plain.twiceAsLong(),
                        "twice the epochs; the paper does not say when the learning rate drops then: twice as late"
                                + " here"));
    }
}
