package org.smoothbench.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.experiment.AttackNames;
import org.smoothbench.core.experiment.EvaluationPlan;
import org.smoothbench.core.experiment.ThreatModel;

/** A number is called AutoAttack's only if it is. */
class ResultLabelTest {

    private static EvaluationPlan plan(String... attacks) {
        return new EvaluationPlan(
                new ThreatModel.Linf(8),
                Stream.of(attacks).map(AttackNames::parse).toList(),
                false,
                0,
                250,
                0);
    }

    @Test
    void withTenClassesNothingIsAdapted() {
        assertThat(ResultLabel.of(plan("autoattack"), 10)).isEqualTo("autoattack, L-inf, eps 8/255");
        assertThat(ResultLabel.fewClasses(plan("autoattack", "autoattack-plus"), 10))
                .isEmpty();
    }

    @Test
    void thePreviewSaysThatItIsOne() {
        assertThat(ResultLabel.of(plan("preview"), 10))
                .contains("preview, L-inf")
                .contains("upper bound");
    }

    @Test
    void withFewClassesItSaysWhatWasAdapted() {
        assertThat(ResultLabel.of(plan("autoattack"), 5)).contains("AutoAttack-like: adapted to 5 classes");
        assertThat(ResultLabel.fewClasses(plan("autoattack"), 5).orElseThrow().message())
                .contains("4 of the 9 targets exist")
                .doesNotContain("margin");
        assertThat(ResultLabel.fewClasses(plan("autoattack"), 3).orElseThrow().message())
                .contains("2 of the 9 targets exist")
                .contains("targeted margin");
        assertThat(ResultLabel.fewClasses(plan("autoattack-plus"), 2)
                        .orElseThrow()
                        .message())
                .contains("1 of the 9 targets exist")
                .contains("needs three classes");
        assertThat(ResultLabel.fewClasses(plan("pgd-10"), 2)).isEmpty();
    }
}
