package org.smoothbench.app.runs.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunSummary;

/** A number of a run that a filter can compare. */
enum NumberField {
    /** Of the last evaluation. */
    CLEAN,
    /** Of the last evaluation. */
    ROBUST,
    /** The highest robust accuracy. */
    BEST,
    /** Completed epochs. */
    EPOCH,
    /** Epochs as ordered. */
    EPOCHS,
    /** What everything random follows from. */
    SEED,
    /** The evaluation's budget, in 1/255. */
    EPS,
    /** The steps of the evaluation's attack. */
    STEPS,
    /** Images per training step. */
    BATCH;

    /** The field of a word; empty if there is none. */
    static Optional<NumberField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.key().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(NumberField::key).toList();
    }

    boolean accuracy() {
        return switch (this) {
            case CLEAN, ROBUST, BEST -> true;
            case EPOCH, EPOCHS, SEED, EPS, STEPS, BATCH -> false;
        };
    }

    /** The number; accuracies in percent. Empty if the run has none. */
    OptionalDouble of(RunSummary run) {
        return switch (this) {
            case CLEAN -> percent(run.lastEvaluation(), Metric.CLEAN_ACCURACY);
            case ROBUST -> percent(run.lastEvaluation(), Metric.ROBUST_ACCURACY);
            case BEST -> percent(run.bestEvaluation(), Metric.ROBUST_ACCURACY);
            case EPOCH -> of(run.status().map(status -> status.progress().epoch()));
            case EPOCHS -> experiment(run, e -> e.training().epochs());
            case SEED -> experiment(run, e -> e.runtime().seed());
            case EPS -> experiment(run, e -> e.evaluation().attack().epsilon());
            case STEPS -> experiment(run, e -> e.evaluation().attack().steps());
            case BATCH -> experiment(run, e -> e.training().batchSize());
        };
    }

    private static OptionalDouble percent(Optional<Measurement> evaluation, Metric metric) {
        OptionalDouble share = evaluation.map(e -> e.value(metric)).orElse(OptionalDouble.empty());
        return share.isPresent() ? OptionalDouble.of(share.getAsDouble() * 100) : share;
    }

    private static OptionalDouble experiment(RunSummary run, Function<Experiment, Number> number) {
        return of(run.experiment().map(number));
    }

    private static OptionalDouble of(Optional<? extends Number> number) {
        return number.map(Number::doubleValue).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
