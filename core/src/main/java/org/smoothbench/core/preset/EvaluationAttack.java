package org.smoothbench.core.preset;

import java.util.stream.Stream;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.TrainingMethod;

/** Does the better gradient make an attack stronger? PGD-1 judges with and without it (section 3.2). */
final class EvaluationAttack {

    private EvaluationAttack() {}

    static Study study() {
        return new Study(
                "evaluation-attack",
                "Does a better gradient make the attacker stronger?",
                "section 3.2, in the text",
                Testbed.ofImagenet().stream().flatMap(EvaluationAttack::rows).toList());
    }

    private static Stream<Preset> rows(Testbed testbed) {
        Recipe adversarial = testbed.recipe().withEvaluationAttack(EvaluationAttack::singleStep);
        Recipe standard = adversarial.withMethod(new TrainingMethod.Standard());
        return Stream.of(
                row(testbed, "standard", standard, "own", 16.9),
                row(testbed, "standard", standard.withEvaluationAttack(Probe::attacker), "surrogate", 12.9),
                row(testbed, "adversarial", adversarial, "own", 48.7),
                row(testbed, "adversarial", adversarial.withEvaluationAttack(Probe::attacker), "surrogate", 48.0));
    }

    private static Preset row(Testbed testbed, String training, Recipe recipe, String derivative, double published) {
        String seen = derivative.equals("own") ? "ReLU's own derivative" : "Parametric Softplus' derivative";
        return testbed.preset(
                "evaluation-attack-" + training + "-" + derivative,
                "ReLU, " + training + " training; judged under PGD-1 with " + seen,
                Published.underSingleStep(published),
                recipe,
                "judged under PGD-1, its step the whole budget, and under no other attack",
                "trains the network anew for each of the two attacks, with the same seed and so to the same weights");
    }

    private static PgdSpec singleStep(PgdSpec attack) {
        return new PgdSpec(attack.epsilon(), attack.epsilon(), 1, true, attack.backward());
    }
}
