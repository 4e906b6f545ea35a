package org.smoothbench.core.training;

import org.smoothbench.core.evaluation.Accuracy;
import org.smoothbench.core.experiment.CollapseWatch;
import org.smoothbench.core.experiment.TrainingSpec;

/** Follows robust accuracy from evaluation to evaluation: the best so far, lost patience, collapse. */
final class Judge {

    /** How far above chance robust accuracy must have been for its loss to mean anything. */
    private static final double ABOVE_CHANCE = 0.05;

    private final TrainingSpec spec;
    private final double chance;
    private Standing standing;

    /**
     * What is known after some evaluations.
     *
     * @param bestRobust the highest robust accuracy, 0 to 1; negative before the first evaluation
     * @param singleStepAtBest accuracy under a single step at that evaluation; negative if it was not measured
     * @param withoutBest how many evaluations have passed since
     * @param collapsed whether the last evaluation showed a collapse
     */
    record Standing(double bestRobust, double singleStepAtBest, int withoutBest, boolean collapsed) {

        static final Standing NONE = new Standing(-1, -1, 0, false);
    }

    /**
     * What one evaluation says.
     *
     * @param best whether its robust accuracy is the highest so far
     * @param impatient whether there has been no better one for as long as the settings allow
     * @param collapsed whether training has collapsed since the evaluation before
     */
    record Verdict(boolean best, boolean impatient, boolean collapsed) {

        static final Verdict NONE = new Verdict(false, false, false);
    }

    Judge(TrainingSpec spec, int classes) {
        this(spec, classes, Standing.NONE);
    }

    /** A judge who goes on from what another knew. */
    Judge(TrainingSpec spec, int classes, Standing standing) {
        this.spec = spec;
        this.chance = 1.0 / classes;
        this.standing = standing;
    }

    /** What is known so far. */
    Standing standing() {
        return standing;
    }

    /** Takes note of an evaluation. */
    Verdict judge(Accuracy accuracy) {
        double robust = accuracy.robustShare();
        boolean best = robust > standing.bestRobust();
        boolean better =
                robust > standing.bestRobust() + spec.earlyStopping().minimumGain() || standing.bestRobust() < 0;
        boolean collapsed = collapsed(accuracy);
        boolean news = collapsed && !standing.collapsed();
        standing = new Standing(
                Math.max(robust, standing.bestRobust()),
                best ? accuracy.singleStepShare() : standing.singleStepAtBest(),
                better ? 0 : standing.withoutBest() + 1,
                collapsed);
        int patience = spec.earlyStopping().patience();
        return new Verdict(best, patience > 0 && standing.withoutBest() >= patience, news);
    }

    private boolean collapsed(Accuracy accuracy) {
        CollapseWatch watch = spec.collapse();
        return watch.action() != CollapseWatch.Action.IGNORE
                && accuracy.singleStepShare() >= 0
                && standing.bestRobust() >= chance + ABOVE_CHANCE
                && accuracy.robustShare() <= (1 - watch.loss()) * standing.bestRobust()
                && accuracy.singleStepShare() > standing.singleStepAtBest();
    }
}
