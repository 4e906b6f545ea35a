package org.smoothbench.app.adversary;

import java.util.Locale;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.probe.bench.BenchSettings;
import org.smoothbench.core.schema.Setting;

/**
 * How images are attacked, as a person sets it. Public, since it is kept over restarts and read by its components.
 *
 * @param kind which attack
 * @param l2 whether the budget is a Euclidean length instead of a change of each pixel
 * @param linfBudget in 1/255
 * @param l2Budget on the [0, 1] scale
 * @param stepPercent the step as a share of the budget
 */
public record AttackSettings(
        @Setting(help = "The attack") AttackKind kind,

        @Setting(help = "Measure the change by its Euclidean length")
        boolean l2,

        @Setting(help = "The budget of each pixel", unit = "1/255", min = 0.25, max = 64)
        double linfBudget,

        @Setting(help = "The budget of the image", min = 0.05, max = 8)
        double l2Budget,

        @Setting(help = "Number of steps", min = 1, max = 100)
        int steps,

        @Setting(help = "Number of changes that Square tries", min = 10, max = 5000)
        int queries,

        @Setting(help = "Size of a step", unit = "% of the budget", min = 1, max = 200)
        int stepPercent,

        @Setting(help = "Begin at a random point") boolean randomStart,

        @Setting(help = "How often the attack begins anew", min = 1, max = 10)
        int restarts,

        @Setting(help = "What random numbers follow from", min = 0, max = 2147483647)
        int seed) {

    /** The largest budgets that can be set. */
    static final double MOST_LINF = 32;

    static final double MOST_L2 = 4;

    /** PGD-10 as most papers have it; Square tries so few changes that it answers a slider at once. */
    static final AttackSettings USUAL = new AttackSettings(AttackKind.PGD, false, 8, 0.5, 10, 100, 25, true, 1, 0);

    ThreatModel threat() {
        return l2 ? new ThreatModel.L2(l2Budget) : new ThreatModel.Linf(linfBudget);
    }

    BenchSettings bench() {
        return new BenchSettings(kind.spec(this), threat(), seed);
    }

    /** The budget in words, such as {@code 8/255}. */
    String budgetText() {
        return length(threat().radius());
    }

    /** The step in words. */
    String stepText() {
        return length(threat().radius() * stepPercent / 100);
    }

    /** A length in the unit of the budget. */
    String length(double onUnitScale) {
        return l2 ? String.format(Locale.ROOT, "%.2f", onUnitScale) : number(onUnitScale * 255) + "/255";
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** All that a reader must know to do it again. */
    String conditions() {
        String text = kind.label() + (kind.hasSteps() ? "-" + steps : "");
        if (kind.hasQueries()) {
            text += ", " + queries + " queries";
        }
        if (kind.hasStepSize()) {
            text += ", step " + stepText();
        }
        if (kind.hasRandomStart()) {
            text += randomStart ? ", random start" : ", from the image";
        }
        if (kind.hasRestarts() && restarts > 1) {
            text += ", " + restarts + " starts";
        }
        return text + ", " + (l2 ? "L2" : "L-inf") + " eps " + budgetText() + ", seed " + seed;
    }

    AttackSettings with(AttackKind other) {
        return new AttackSettings(
                other, l2, linfBudget, l2Budget, steps, queries, stepPercent, randomStart, restarts, seed);
    }

    AttackSettings withNorm(boolean isL2) {
        return new AttackSettings(
                kind, isL2, linfBudget, l2Budget, steps, queries, stepPercent, randomStart, restarts, seed);
    }

    /** With a budget in the unit of the norm. */
    AttackSettings withBudget(double budget) {
        return l2
                ? new AttackSettings(
                        kind, true, linfBudget, budget, steps, queries, stepPercent, randomStart, restarts, seed)
                : new AttackSettings(
                        kind, false, budget, l2Budget, steps, queries, stepPercent, randomStart, restarts, seed);
    }

    /** The budget in the unit of the norm. */
    double budget() {
        return l2 ? l2Budget : linfBudget;
    }

    AttackSettings withSteps(int count) {
        return new AttackSettings(
                kind, l2, linfBudget, l2Budget, count, queries, stepPercent, randomStart, restarts, seed);
    }

    AttackSettings withQueries(int count) {
        return new AttackSettings(
                kind, l2, linfBudget, l2Budget, steps, count, stepPercent, randomStart, restarts, seed);
    }

    AttackSettings withStepPercent(int percent) {
        return new AttackSettings(kind, l2, linfBudget, l2Budget, steps, queries, percent, randomStart, restarts, seed);
    }

    AttackSettings withRandomStart(boolean random) {
        return new AttackSettings(kind, l2, linfBudget, l2Budget, steps, queries, stepPercent, random, restarts, seed);
    }

    AttackSettings withRestarts(int count) {
        return new AttackSettings(
                kind, l2, linfBudget, l2Budget, steps, queries, stepPercent, randomStart, count, seed);
    }

    AttackSettings withSeed(int other) {
        return new AttackSettings(
                kind, l2, linfBudget, l2Budget, steps, queries, stepPercent, randomStart, restarts, other);
    }
}
