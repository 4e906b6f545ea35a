package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.experiment.AutoAttack.Version;
import org.smoothbench.core.problem.ProblemException;

/** What somebody may type for an attack, and what AutoAttack consists of. */
class AttackNamesTest {

    @Test
    void everyNameIsItsAttacksLabel() {
        AttackNames.all().forEach((name, attack) -> {
            assertThat(attack.label()).isEqualTo(name);
            assertThat(AttackNames.parse(name)).isEqualTo(attack);
        });
        assertThat(AttackNames.parse("pgd-200")).isEqualTo(AttackSpec.Pgd.steps(200));
    }

    @Test
    void jsonGivesTheSettingsThatTheNamesLeaveOut() {
        assertThat(AttackNames.parse("{\"type\": \"pgd\", \"steps\": 20, \"restarts\": 5, \"loss\": \"margin\"}"))
                .isEqualTo(new AttackSpec.Pgd(
                        20, 0, 5, true, AttackSpec.Loss.MARGIN, 0, AttackSpec.Iterate.FIRST_SUCCESS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "autoatack | did you mean \"autoattack\"?",
                "apgdce | did you mean \"apgd-ce\"?",
                "sqare | did you mean \"square\"?",
                "pgd-0 | no attack is called \"pgd-0\"",
                "pgd | no attack is called \"pgd\"",
                "{\"type\": \"pgd\", \"stepz\": 3} | $.stepz",
                "{\"type\": \"pgd\", \"steps\": 0} | $.steps",
                "{\"type\": | mend the JSON",
            })
    void mistakesAreToldWithWhatMayHaveBeenMeant(String given, String told) {
        assertThatThrownBy(() -> AttackNames.parse(given.strip()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(told.strip())
                .hasMessageContaining("--attack");
    }

    @Test
    void ensemblesHaveTheOrderAndTheDefaultsOfTheAuthorsCode() {
        assertThat(new AutoAttack(Version.STANDARD).stages())
                .containsExactly(
                        new AttackSpec.Apgd(AttackSpec.Loss.CE, 100, 1, 1),
                        new AttackSpec.ApgdTargeted(100, 9, 1),
                        new AttackSpec.FabTargeted(100, 9, 1),
                        new AttackSpec.Square(5000, 1, 0.8));
        assertThat(new AutoAttack(Version.PLUS)
                        .stages().stream().map(AttackSpec::label).toList())
                .containsExactly("apgd-ce", "apgd-dlr", "fab", "square", "apgd-t", "fab-t");
        assertThat(new AutoAttack(Version.PLUS).stages())
                .contains(new AttackSpec.Apgd(AttackSpec.Loss.DLR, 100, 5, 1), new AttackSpec.Fab(100, 5));
        assertThat(new AutoAttack(Version.RAND).stages())
                .containsExactly(
                        new AttackSpec.Apgd(AttackSpec.Loss.CE, 100, 1, 20),
                        new AttackSpec.Apgd(AttackSpec.Loss.DLR, 100, 1, 20));
    }
}
