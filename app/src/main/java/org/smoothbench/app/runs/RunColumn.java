package org.smoothbench.app.runs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.app.wording.ProgressWords;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.RunSummary;

/** The figures of a run that the table shows. Accuracies are those of the evaluation while training. */
enum RunColumn {
    NAME("Name", 200),
    ACTIVATION("Activation", 92),
    EPOCHS("Epochs", 76),
    CLEAN_LAST("Clean last", 90),
    ROBUST_LAST("Robust last", 96),
    ROBUST_BEST("Robust best", 98),
    CLEAN_BEST("Clean at best", 110),
    BEST_EPOCH("Best epoch", 94),
    STUDY("Study", 110),
    TAGS("Tags", 100),
    NETWORK("Network", 150),
    ATTACK("Attack", 200),
    SEED("Seed", 54),
    DURATION("Duration", 86),
    CREATED("Created", 136);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final String title;
    private final double width;

    RunColumn(String title, double width) {
        this.title = title;
        this.width = width;
    }

    /**
     * One figure.
     *
     * @param text for people; empty if it is not known
     * @param number what it is sorted by; not a number where it is sorted by the text, or unknown
     */
    record Value(String text, double number) {

        private static final Value NONE = new Value("", Double.NaN);

        private static Value text(String text) {
            return new Value(text, Double.NaN);
        }

        private static Value whole(long number) {
            return new Value(Long.toString(number), number);
        }
    }

    String title() {
        return title;
    }

    double width() {
        return width;
    }

    /** Whether it is a number, which stands at the right of its column. */
    boolean number() {
        return switch (this) {
            case NAME, STUDY, TAGS, ACTIVATION, NETWORK, ATTACK, CREATED -> false;
            case EPOCHS, CLEAN_LAST, ROBUST_LAST, CLEAN_BEST, ROBUST_BEST, BEST_EPOCH, SEED, DURATION -> true;
        };
    }

    /** By number, what is unknown last; then by text. */
    Comparator<Value> order() {
        return Comparator.comparingDouble(Value::number).thenComparing(Value::text, String.CASE_INSENSITIVE_ORDER);
    }

    /** The figure of a run. */
    Value of(RunNow now) {
        RunSummary run = now.summary();
        return switch (this) {
            case NAME -> Value.text(now.title());
            case STUDY -> Value.text(run.meta().study().orElse(""));
            case TAGS -> Value.text(String.join(", ", run.meta().tags()));
            case ACTIVATION -> text(run, e -> e.model().activation().label());
            case NETWORK -> text(run, e -> e.model().label());
            case EPOCHS -> epochs(run);
            case CLEAN_LAST -> accuracy(run.lastEvaluation(), Metric.CLEAN_ACCURACY);
            case ROBUST_LAST -> accuracy(run.lastEvaluation(), Metric.ROBUST_ACCURACY);
            case CLEAN_BEST -> accuracy(run.bestEvaluation(), Metric.CLEAN_ACCURACY);
            case ROBUST_BEST -> accuracy(run.bestEvaluation(), Metric.ROBUST_ACCURACY);
            case BEST_EPOCH ->
                run.bestEvaluation()
                        .map(e -> new Value(AccuracyWords.epoch(e.epoch()), e.epoch()))
                        .orElse(Value.NONE);
            case ATTACK -> text(run, e -> e.evaluation().attack().label() + AccuracyWords.averaged(e));
            case SEED ->
                run.experiment().map(e -> Value.whole(e.runtime().seed())).orElse(Value.NONE);
            case DURATION -> run.status().map(RunColumn::duration).orElse(Value.NONE);
            case CREATED ->
                run.status()
                        .map(RunStatus::createdMillis)
                        .map(millis -> new Value(MOMENT.format(Instant.ofEpochMilli(millis)), millis))
                        .orElse(Value.NONE);
        };
    }

    private static Value text(RunSummary run, Function<Experiment, String> text) {
        return run.experiment().map(text).map(Value::text).orElse(Value.NONE);
    }

    private static Value epochs(RunSummary run) {
        return run.status()
                .map(RunStatus::progress)
                .filter(progress -> progress.epochs() > 0)
                .map(progress -> new Value(progress.epoch() + "/" + progress.epochs(), progress.epoch()))
                .orElse(Value.NONE);
    }

    private static Value accuracy(Optional<Measurement> evaluation, Metric metric) {
        return evaluation
                .map(e -> e.value(metric))
                .filter(value -> value.isPresent())
                .map(value -> new Value(AccuracyWords.percent(value), value.getAsDouble()))
                .orElse(Value.NONE);
    }

    /** Until its end, or until its last sign of life. */
    private static Value duration(RunStatus status) {
        long until = status.endedMillis() > 0 ? status.endedMillis() : status.heartbeatMillis();
        if (status.startedMillis() == 0 || until <= status.startedMillis()) {
            return Value.NONE;
        }
        double seconds = (until - status.startedMillis()) / 1000.0;
        return new Value(ProgressWords.duration(seconds), seconds);
    }
}
