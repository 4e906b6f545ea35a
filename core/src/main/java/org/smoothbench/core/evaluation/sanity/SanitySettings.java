package org.smoothbench.core.evaluation.sanity;

import java.util.List;
import java.util.stream.DoubleStream;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * How an attack is varied.
 *
 * @param threat the budget the accuracy is claimed for
 * @param iterations numbers of gradient steps, ascending
 * @param budgets budgets of the same norm, ascending
 * @param budgetSteps gradient steps at each budget
 * @param restarts numbers of random starts, ascending
 * @param restartSteps gradient steps from each start
 * @param examples how many images, spread evenly over the set; all if it has fewer
 * @param batchSize images at a time; changes no result beyond rounding
 * @param seed what random starts follow from, with each image's number
 */
public record SanitySettings(
        ThreatModel threat,
        List<Integer> iterations,
        List<ThreatModel> budgets,
        int budgetSteps,
        List<Integer> restarts,
        int restartSteps,
        int examples,
        int batchSize,
        long seed) {

    public SanitySettings {
        iterations = List.copyOf(iterations);
        budgets = List.copyOf(budgets);
        restarts = List.copyOf(restarts);
    }

    /** 1 to 200 steps, 1 to 10 starts, budgets from 0.5/255 to 128/255, or for L2 from a sixteenth to 16 times the given. */
    public static SanitySettings usual(ThreatModel threat, int examples, int batchSize, long seed) {
        List<ThreatModel> budgets = switch (threat) {
            case ThreatModel.Linf _ ->
                DoubleStream.of(0.5, 1, 2, 4, 8, 16, 32, 64, 128)
                        .<ThreatModel>mapToObj(ThreatModel.Linf::new)
                        .toList();
            case ThreatModel.L2 _ ->
                DoubleStream.of(0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16)
                        .mapToObj(threat::scaled)
                        .toList();
        };
        return new SanitySettings(
                threat, List.of(1, 5, 10, 50, 200), budgets, 20, List.of(1, 5, 10), 20, examples, batchSize, seed);
    }

    /** An attack that an image leaves when it falls. */
    static AttackSpec.Pgd search(int steps, int restarts) {
        return new AttackSpec.Pgd(steps, 0, restarts, true, AttackSpec.Loss.CE, 0, AttackSpec.Iterate.FIRST_SUCCESS);
    }

    /** An attack whose last iterate counts, so that every image is followed to its end. */
    static AttackSpec.Pgd follow(int steps) {
        return new AttackSpec.Pgd(steps, 0, 1, true, AttackSpec.Loss.CE, 0, AttackSpec.Iterate.LAST);
    }
}
