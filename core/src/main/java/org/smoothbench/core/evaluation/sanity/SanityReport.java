package org.smoothbench.core.evaluation.sanity;

import java.util.Comparator;
import java.util.List;
import org.smoothbench.core.evaluation.Share;

/**
 * What an attack did as it got stronger: plain data, the same again from the same conditions. Shares are of all images
 * looked at; one counts where the model is right without and with the attack.
 *
 * @param conditions how it was measured
 * @param clean right without an attack
 * @param iterations against the number of steps
 * @param budgets against the budget
 * @param restarts against the number of random starts
 * @param losses the mean loss of the images attacked after each step of the longest attack, from its start on, in nats
 * @param gradients what was odd about gradients in it
 * @param verdicts what follows
 */
public record SanityReport(
        Conditions conditions,
        Share clean,
        List<IterationPoint> iterations,
        List<BudgetPoint> budgets,
        List<RestartPoint> restarts,
        List<Double> losses,
        Gradients gradients,
        List<Verdict> verdicts) {

    /**
     * How it was measured; attacks are PGD on the cross-entropy with random starts and steps of a quarter of the budget, or
     * more where the steps would not span it.
     *
     * @param images how many images were looked at
     * @param threat such as {@code L-inf, eps 8/255}
     * @param norm {@code linf} or {@code l2}
     * @param epsilon on the [0, 1] scale
     * @param budgetSteps gradient steps at each budget
     * @param restartSteps gradient steps from each start
     * @param seed of random starts
     */
    public record Conditions(
            int images, String threat, String norm, double epsilon, int budgetSteps, int restartSteps, long seed) {}

    /**
     * One number of steps.
     *
     * @param steps gradient steps
     * @param stepShare the size of one as a share of the budget
     * @param last right at the last iterate, as PGD is usually counted
     * @param any right at every iterate
     * @param worst right at every iterate of this and of all attacks with fewer steps
     */
    public record IterationPoint(int steps, double stepShare, Share last, Share any, Share worst) {}

    /**
     * One budget.
     *
     * @param threat such as {@code L-inf, eps 8/255}
     * @param epsilon on the [0, 1] scale
     * @param robust right under the attack
     * @param worst right under this attack and those with smaller budgets, whose examples this budget allows, too
     */
    public record BudgetPoint(String threat, double epsilon, Share robust, Share worst) {}

    /**
     * One number of random starts.
     *
     * @param restarts how many
     * @param robust right from all of them
     */
    public record RestartPoint(int restarts, Share robust) {}

    /**
     * Oddities of gradients in the longest attack.
     *
     * @param attacked images
     * @param zero of them, whose gradient was exactly 0 where the attack began
     * @param stuck of them, whose loss no step raised
     * @param notFinite of them, with a loss or gradient that was no finite number
     */
    public record Gradients(long attacked, long zero, long stuck, long notFinite) {}

    public SanityReport {
        iterations = List.copyOf(iterations);
        budgets = List.copyOf(budgets);
        restarts = List.copyOf(restarts);
        losses = List.copyOf(losses);
        verdicts = List.copyOf(verdicts);
    }

    /** The worst of the verdicts. */
    public Verdict.Outcome outcome() {
        return verdicts.stream()
                .map(Verdict::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.Outcome.PASS);
    }
}
