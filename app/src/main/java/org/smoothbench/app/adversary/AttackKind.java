package org.smoothbench.app.adversary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AttackSpec.Iterate;
import org.smoothbench.core.experiment.AttackSpec.Loss;

/** The attacks of the bench, with which of the settings each has. */
enum AttackKind {
    FGSM("FGSM", false, false),
    PGD("PGD", true, true),
    APGD_CE("APGD-CE", true, false),
    APGD_DLR("APGD-DLR", true, false),
    FAB("FAB", true, false),
    SQUARE("Square", false, false);

    private final String label;
    private final boolean steps;
    private final boolean stepSize;

    AttackKind(String label, boolean steps, boolean stepSize) {
        this.label = label;
        this.steps = steps;
        this.stepSize = stepSize;
    }

    String label() {
        return label;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasSteps() {
        return steps;
    }

    boolean hasStepSize() {
        return stepSize;
    }

    /** Whether it asks without gradients, a set number of times. */
    boolean hasQueries() {
        return this == SQUARE;
    }

    /** Whether it can begin at the image itself as well as beside it. */
    boolean hasRandomStart() {
        return this == FGSM || this == PGD;
    }

    boolean hasRestarts() {
        return this != FGSM;
    }

    AttackSpec spec(AttackSettings s) {
        return switch (this) {
            case FGSM -> new AttackSpec.Fgsm(s.randomStart());
            case PGD ->
                new AttackSpec.Pgd(
                        s.steps(),
                        s.stepPercent() / 100.0,
                        s.restarts(),
                        s.randomStart(),
                        Loss.CE,
                        0,
                        Iterate.FIRST_SUCCESS);
            case APGD_CE -> new AttackSpec.Apgd(Loss.CE, s.steps(), s.restarts(), 1);
            case APGD_DLR -> new AttackSpec.Apgd(Loss.DLR, s.steps(), s.restarts(), 1);
            case FAB -> new AttackSpec.Fab(s.steps(), s.restarts());
            case SQUARE -> new AttackSpec.Square(s.queries(), s.restarts(), 0.8);
        };
    }

    static Optional<AttackKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
