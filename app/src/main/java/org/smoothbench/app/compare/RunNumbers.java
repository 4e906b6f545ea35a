package org.smoothbench.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.results.EvaluationEntry;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunSummary;

/**
 * Both accuracies of a run from one source.
 *
 * @param clean in percent
 * @param robust in percent
 * @param when the epoch or the checkpoint, in words
 */
record RunNumbers(RunRowViewModel run, NumberSource source, double clean, double robust, String when) {

    /** All that is known of a run. */
    static List<RunNumbers> of(RunRowViewModel run, Optional<RunDetail> detail) {
        List<RunNumbers> numbers = new ArrayList<>();
        RunSummary summary = run.now().summary();
        summary.experiment().ifPresent(experiment -> {
            measured(run, experiment, NumberSource.Kind.LAST, summary.lastEvaluation())
                    .ifPresent(numbers::add);
            measured(run, experiment, NumberSource.Kind.BEST, summary.bestEvaluation())
                    .ifPresent(numbers::add);
        });
        detail.ifPresent(read -> read.results()
                .evaluations()
                .forEach(entry -> evaluated(run, entry).ifPresent(numbers::add)));
        return numbers;
    }

    private static Optional<RunNumbers> measured(
            RunRowViewModel run, Experiment experiment, NumberSource.Kind kind, Optional<Measurement> measurement) {
        return measurement
                .filter(one -> one.value(Metric.CLEAN_ACCURACY).isPresent()
                        && one.value(Metric.ROBUST_ACCURACY).isPresent())
                .map(one -> new RunNumbers(
                        run,
                        new NumberSource(kind, AccuracyWords.attackAndImages(experiment, measurement)),
                        100 * one.value(Metric.CLEAN_ACCURACY).orElseThrow(),
                        100 * one.value(Metric.ROBUST_ACCURACY).orElseThrow(),
                        AccuracyWords.moment(one) + AccuracyWords.averaged(experiment)));
    }

    private static Optional<RunNumbers> evaluated(RunRowViewModel run, EvaluationEntry entry) {
        return entry.figures()
                .map(figures -> new RunNumbers(
                        run,
                        new NumberSource(NumberSource.Kind.EVALUATION, entry.conditions()),
                        100 * figures.clean().share(),
                        100 * figures.robust().share(),
                        entry.weightsInWords()
                                + figures.seed()
                                        .map(seed -> ", attack seed " + seed)
                                        .orElse("")
                                + (entry.flags().isEmpty() ? "" : "\nDoubtful: " + String.join("; ", entry.flags()))));
    }

    /** Which weights were measured, if averaged ones, to go on after other words. */
    String averaged() {
        return source.kind() == NumberSource.Kind.EVALUATION
                ? ""
                : run.now().summary().experiment().map(AccuracyWords::averaged).orElse("");
    }

    /** The seed of the run's specification, in words. */
    String seed() {
        return run.now()
                .summary()
                .experiment()
                .map(experiment -> Integer.toString(experiment.runtime().seed()))
                .orElse("unknown");
    }

    /** The activation's name; empty if the specification cannot be read. */
    String activation() {
        return run.now()
                .summary()
                .experiment()
                .map(experiment -> experiment.model().activation().label())
                .orElse("");
    }
}
