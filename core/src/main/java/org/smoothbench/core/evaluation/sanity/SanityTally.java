package org.smoothbench.core.evaluation.sanity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.smoothbench.core.attack.Symptoms;
import org.smoothbench.core.evaluation.Share;
import org.smoothbench.core.experiment.ThreatModel;

/** Adds up batches. */
final class SanityTally {

    private final SanitySettings settings;
    private final Map<Integer, int[]> iterations = new LinkedHashMap<>();
    private final Map<ThreatModel, int[]> budgets = new LinkedHashMap<>();
    private final Map<Integer, int[]> restarts = new LinkedHashMap<>();
    private final double[] losses;
    private Symptoms symptoms = Symptoms.NONE;
    private int images;
    private int right;

    SanityTally(SanitySettings settings) {
        this.settings = settings;
        settings.iterations().forEach(steps -> iterations.put(steps, new int[3]));
        settings.budgets().forEach(budget -> budgets.put(budget, new int[2]));
        settings.restarts().forEach(count -> restarts.put(count, new int[1]));
        losses = new double[settings.iterations().getLast() + 1];
    }

    int images() {
        return images;
    }

    void begin(int batch, int correct) {
        images += batch;
        right += correct;
    }

    void longest(int steps, Trajectory trajectory, Symptoms odd) {
        if (steps == losses.length - 1) {
            for (int i = 0; i <= steps; i++) {
                losses[i] += trajectory.losses()[i];
            }
            symptoms = symptoms.plus(odd);
        }
    }

    void iteration(int steps, boolean[] atLast, boolean[] atAny, boolean[] byAll) {
        add(Objects.requireNonNull(iterations.get(steps)), atLast, atAny, byAll);
    }

    void budget(ThreatModel budget, boolean[] fell, boolean[] byAll) {
        add(Objects.requireNonNull(budgets.get(budget)), fell, byAll);
    }

    void restart(int count, int standing) {
        Objects.requireNonNull(restarts.get(count))[0] += standing;
    }

    private static void add(int[] standing, boolean[]... fallen) {
        for (int i = 0; i < fallen.length; i++) {
            for (boolean fell : fallen[i]) {
                standing[i] += fell ? 0 : 1;
            }
        }
    }

    SanityReport report() {
        List<SanityReport.IterationPoint> steps = new ArrayList<>();
        iterations.forEach((count, standing) -> steps.add(new SanityReport.IterationPoint(
                count,
                SanitySettings.follow(count).step(),
                share(standing[0]),
                share(standing[1]),
                share(standing[2]))));
        List<SanityReport.BudgetPoint> sizes = new ArrayList<>();
        budgets.forEach((budget, standing) -> sizes.add(
                new SanityReport.BudgetPoint(budget.label(), budget.radius(), share(standing[0]), share(standing[1]))));
        List<SanityReport.RestartPoint> starts = new ArrayList<>();
        restarts.forEach((count, standing) -> starts.add(new SanityReport.RestartPoint(count, share(standing[0]))));
        List<Double> means = new ArrayList<>();
        for (double loss : losses) {
            means.add(right == 0 || !Double.isFinite(loss) ? 0 : loss / right);
        }
        SanityReport.Gradients gradients = new SanityReport.Gradients(
                symptoms.runs(), symptoms.zeroGradients(), symptoms.stuck(), symptoms.notFinite());
        Judgement judgement = new Judgement(share(right), steps, sizes, starts, means, gradients);
        return new SanityReport(
                conditions(), share(right), steps, sizes, starts, means, gradients, judgement.verdicts());
    }

    private SanityReport.Conditions conditions() {
        ThreatModel threat = settings.threat();
        String norm = switch (threat) {
            case ThreatModel.Linf _ -> "linf";
            case ThreatModel.L2 _ -> "l2";
        };
        return new SanityReport.Conditions(
                images,
                threat.label(),
                norm,
                threat.radius(),
                settings.budgetSteps(),
                settings.restartSteps(),
                settings.seed());
    }

    private Share share(int standing) {
        return Share.of(standing, images);
    }
}
