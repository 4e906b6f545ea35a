package org.smoothbench.core.evaluation;

import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * A budget that nothing should withstand, for a check: from any image, the grey one is within it, and that one looks the
 * same whatever it was made from (Carlini et al. 2019, section 5.2).
 */
final class LargeBudget {

    /** On the margin, which keeps its gradient where cross-entropy has lost it. */
    static final AttackSpec ATTACK =
            new AttackSpec.Pgd(40, 0.1, 1, true, AttackSpec.Loss.MARGIN, 0, AttackSpec.Iterate.FIRST_SUCCESS);

    private static final double HALF_OF_ALL_LEVELS = 127.5;

    private LargeBudget() {}

    /**
     * The budget of the same kind as another.
     *
     * @param imageValues how many numbers an image has
     */
    static ThreatModel of(ThreatModel threat, int imageValues) {
        return switch (threat) {
            case ThreatModel.Linf _ -> new ThreatModel.Linf(HALF_OF_ALL_LEVELS);
            case ThreatModel.L2 _ -> new ThreatModel.L2(Math.ceil(0.5 * Math.sqrt(imageValues)));
        };
    }
}
