package org.smoothbench.core.evaluation.sanity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smoothbench.core.evaluation.Share;

/**
 * Judges how an attack's success changes with its strength (Carlini et al. 2019; the paper, section 6). The thresholds are
 * conventions; differences are held against the 95 % interval of the share they start from, since an accuracy of a few
 * hundred images is not known better.
 */
record Judgement(
        Share clean,
        List<SanityReport.IterationPoint> iterations,
        List<SanityReport.BudgetPoint> budgets,
        List<SanityReport.RestartPoint> restarts,
        List<Double> losses,
        SanityReport.Gradients gradients) {

    /** Rises and falls of robust accuracy that are called small. */
    private static final double LITTLE = 0.01;

    private static final double RESTARTS_LITTLE = 0.02;
    private static final double RESTARTS_MUCH = 0.05;

    /** What may be left at the largest budget. */
    private static final double NEARLY_NONE = 0.05;

    /** Falls of the mean loss below its highest so far, as shares of its rise. */
    private static final double RIPPLE = 0.02;

    private static final double COLLAPSE = 0.2;

    /** More than this between one step and many, and one step tells nothing (Wong et al. 2020). */
    private static final double BLIND = 0.2;

    private static final double MANY = 0.05;

    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(converged());
        verdicts.add(singleStep());
        verdicts.add(moreSteps());
        verdicts.add(largerBudgets());
        verdicts.add(largestBudget());
        verdicts.add(starts());
        verdicts.add(rises());
        verdicts.add(gradient());
        return verdicts;
    }

    private Verdict converged() {
        String question = "Do still more steps change nothing?";
        if (iterations.size() < 2) {
            return new Verdict("converged", question, Verdict.Outcome.WARN, "only one number of steps was tried");
        }
        SanityReport.IterationPoint before = iterations.get(iterations.size() - 2);
        SanityReport.IterationPoint last = iterations.getLast();
        double drop = before.last().share() - last.last().share();
        double noise = noise(before.last());
        return new Verdict(
                "converged",
                question,
                grade(drop, noise, 2 * noise),
                "from %d to %d steps robust accuracy goes from %s to %s, where %d images settle it to %s either way"
                        .formatted(
                                before.steps(),
                                last.steps(),
                                percent(before.last()),
                                percent(last.last()),
                                clean.of(),
                                points(noise)));
    }

    private Verdict singleStep() {
        SanityReport.IterationPoint one = iterations.getFirst();
        SanityReport.IterationPoint many = iterations.getLast();
        double gap = one.last().share() - many.last().share();
        String figures = "%d step%s leave%s %s, %d steps %s"
                .formatted(
                        one.steps(),
                        one.steps() == 1 ? "" : "s",
                        one.steps() == 1 ? "s" : "",
                        percent(one.last()),
                        many.steps(),
                        percent(many.last()));
        if (-gap > LITTLE) {
            boolean beyondNoise = -gap > noise(many.last());
            return new Verdict(
                    "single-step",
                    "Are many steps stronger than one?",
                    beyondNoise ? Verdict.Outcome.FAIL : Verdict.Outcome.WARN,
                    figures + ": a single step beats many, as where gradients are masked");
        }
        return new Verdict(
                "single-step",
                "Are many steps stronger than one?",
                gap > BLIND ? Verdict.Outcome.WARN : Verdict.Outcome.PASS,
                gap > BLIND
                        ? figures
                                + ": one step says nothing of this network, as after catastrophic overfitting or standard"
                                + " training"
                        : figures);
    }

    private Verdict moreSteps() {
        double rise = 0;
        String where = "no longer attack leaves more images standing than a shorter one";
        for (int i = 1; i < iterations.size(); i++) {
            SanityReport.IterationPoint shorter = iterations.get(i - 1);
            SanityReport.IterationPoint longer = iterations.get(i);
            if (longer.last().share() - shorter.last().share() > rise) {
                rise = longer.last().share() - shorter.last().share();
                where = "%s withstand %d steps, but only %s withstand %d"
                        .formatted(percent(longer.last()), longer.steps(), percent(shorter.last()), shorter.steps());
            }
        }
        return new Verdict(
                "more-steps",
                "Is a longer attack never weaker?",
                grade(rise, LITTLE, noise(iterations.getFirst().last())),
                where);
    }

    private Verdict largerBudgets() {
        double rise = 0;
        double noise = LITTLE;
        String where = "no larger budget leaves more images standing than a smaller one";
        for (int i = 1; i < budgets.size(); i++) {
            SanityReport.BudgetPoint smaller = budgets.get(i - 1);
            SanityReport.BudgetPoint larger = budgets.get(i);
            if (larger.robust().share() - smaller.robust().share() > rise) {
                rise = larger.robust().share() - smaller.robust().share();
                noise = noise(smaller.robust());
                where = "%s withstand %s, but only %s withstand %s, though its examples are allowed there, too"
                        .formatted(
                                percent(larger.robust()), larger.threat(), percent(smaller.robust()), smaller.threat());
            }
        }
        return new Verdict("larger-budgets", "Is a larger budget never weaker?", grade(rise, LITTLE, noise), where);
    }

    private Verdict largestBudget() {
        SanityReport.BudgetPoint largest = budgets.getLast();
        double left = largest.robust().share();
        return new Verdict(
                "largest-budget",
                "Does accuracy fall to 0 at a budget that allows nearly everything?",
                grade(left, LITTLE, NEARLY_NONE),
                "%s of the images withstand %s%s"
                        .formatted(
                                percent(largest.robust()),
                                largest.threat(),
                                left > LITTLE ? "; no model can, so the attack must have failed" : ""));
    }

    private Verdict starts() {
        Share one = restarts.getFirst().robust();
        Share many = restarts.getLast().robust();
        return new Verdict(
                "restarts",
                "Do more random starts change little?",
                grade(one.share() - many.share(), RESTARTS_LITTLE, RESTARTS_MUCH),
                "%s withstand %s, %s withstand %s"
                        .formatted(
                                percent(one),
                                count(restarts.getFirst().restarts()),
                                percent(many),
                                count(restarts.getLast().restarts())));
    }

    private Verdict rises() {
        String question = "Does the loss rise from step to step?";
        double highest = losses.getFirst();
        double ripple = 0;
        for (double loss : losses) {
            highest = Math.max(highest, loss);
            ripple = Math.max(ripple, highest - loss);
        }
        double rise = highest - losses.getFirst();
        String figures = String.format(
                Locale.ROOT,
                "the mean loss goes from %.4g to %.4g in %d steps",
                losses.getFirst(),
                losses.getLast(),
                losses.size() - 1);
        if (clean.count() == 0) {
            return new Verdict(
                    "loss-rises", question, Verdict.Outcome.WARN, "no image was right, so none was attacked");
        }
        if (!(rise > 0)) {
            return new Verdict(
                    "loss-rises",
                    question,
                    Verdict.Outcome.FAIL,
                    figures + ": no step raised it, so none was a way up");
        }
        return new Verdict(
                "loss-rises",
                question,
                grade(ripple / rise, RIPPLE, COLLAPSE),
                figures
                        + String.format(
                                Locale.ROOT,
                                "; its largest fall on the way is %.1f %% of its rise",
                                100 * ripple / rise));
    }

    private Verdict gradient() {
        String question = "Is there a gradient to follow?";
        if (gradients.attacked() == 0) {
            return new Verdict("gradients", question, Verdict.Outcome.WARN, "no image was right, so none was attacked");
        }
        long lost = Math.max(gradients.zero(), gradients.notFinite());
        double share = (double) lost / gradients.attacked();
        return new Verdict(
                "gradients",
                question,
                grade(share, 0, MANY),
                "of %d images attacked, %d begin where the gradient is exactly 0, %d meet numbers that are not finite, and"
                                .formatted(gradients.attacked(), gradients.zero(), gradients.notFinite())
                        + " the loss of %d never rose".formatted(gradients.stuck()));
    }

    private static Verdict.Outcome grade(double value, double small, double large) {
        if (value <= small) {
            return Verdict.Outcome.PASS;
        }
        return value <= large ? Verdict.Outcome.WARN : Verdict.Outcome.FAIL;
    }

    /** How far the share may lie from the truth. */
    private static double noise(Share share) {
        return (share.high() - share.low()) / 2;
    }

    private static String percent(Share share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share.share());
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.1f points", 100 * share);
    }

    private static String count(int starts) {
        return starts == 1 ? "1 start" : starts + " starts";
    }
}
