package org.smoothbench.core.experiment;

import java.util.List;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** The ensemble of Croce and Hein, with the settings of its authors' code. */
@Variant(value = "autoattack", help = "AutoAttack: four to six attacks, each on what the ones before left standing")
public record AutoAttack(
        @Setting(help = "Which of the ensembles", defaultValue = "\"standard\"")
        Version version) implements AttackSpec {

    /** The ensembles. */
    public enum Version {
        /** The one results are reported with: APGD-CE, APGD-T, FAB-T, Square. */
        STANDARD,
        /** Six attacks, five restarts of the untargeted ones. */
        PLUS,
        /** For models that answer at random: averaged gradients. */
        RAND,
        /** The first two of the standard ones, a fifth of its work; an upper bound, not AutoAttack's number. */
        PREVIEW
    }

    private static final int STEPS = 100;
    private static final int TARGETS = 9;
    private static final int QUERIES = 5000;
    private static final double FIRST_SHARE = 0.8;

    @Override
    public String label() {
        return switch (version) {
            case STANDARD -> "autoattack";
            case PLUS -> "autoattack-plus";
            case RAND -> "autoattack-rand";
            case PREVIEW -> "preview";
        };
    }

    @Override
    public List<AttackSpec> stages() {
        return switch (version) {
            case STANDARD -> List.of(apgd(AttackSpec.Loss.CE, 1, 1), apgdTargeted(), fabTargeted(), square());
            case PLUS ->
                List.of(
                        apgd(AttackSpec.Loss.CE, 5, 1),
                        apgd(AttackSpec.Loss.DLR, 5, 1),
                        new AttackSpec.Fab(STEPS, 5),
                        square(),
                        apgdTargeted(),
                        fabTargeted());
            case RAND -> List.of(apgd(AttackSpec.Loss.CE, 1, 20), apgd(AttackSpec.Loss.DLR, 1, 20));
            case PREVIEW -> List.of(apgd(AttackSpec.Loss.CE, 1, 1), apgdTargeted());
        };
    }

    private static AttackSpec apgd(AttackSpec.Loss loss, int restarts, int gradients) {
        return new AttackSpec.Apgd(loss, STEPS, restarts, gradients);
    }

    private static AttackSpec apgdTargeted() {
        return new AttackSpec.ApgdTargeted(STEPS, TARGETS, 1);
    }

    private static AttackSpec fabTargeted() {
        return new AttackSpec.FabTargeted(STEPS, TARGETS, 1);
    }

    private static AttackSpec square() {
        return new AttackSpec.Square(QUERIES, 1, FIRST_SHARE);
    }
}
