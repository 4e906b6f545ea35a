package org.smoothbench.core.run;

import java.io.IOException;
import java.util.Optional;
import org.smoothbench.core.problem.Problem;

/** Follows the accuracies of a run: the last and the best. One thread at a time. */
final class EvaluationTail {

    private final RunDirectory run;
    private final GrowingFile file;
    private MetricTail metrics;
    private Optional<Measurement> last = Optional.empty();
    private Optional<Measurement> best = Optional.empty();
    private Optional<Problem> unreadable = Optional.empty();

    EvaluationTail(RunDirectory run) {
        this.run = run;
        file = new GrowingFile(run.metrics());
        metrics = new MetricTail(run);
    }

    /** The newest measurement that holds an accuracy on test images. */
    Optional<Measurement> last() {
        return last;
    }

    /** The measurement with the highest robust accuracy, the earlier of equals. */
    Optional<Measurement> best() {
        return best;
    }

    /** What is wrong with the file. */
    Optional<Problem> problem() {
        if (unreadable.isPresent() || metrics.damaged() == 0) {
            return unreadable;
        }
        String lines = metrics.damaged() == 1
                ? "1 line of the measurements is"
                : metrics.damaged() + " lines of the measurements are";
        return Optional.of(new Problem.Data(
                lines + " damaged and left out",
                run.metrics().toString(),
                "the others are shown; a disk that was full or a copy that broke off leaves such lines"));
    }

    void poll() {
        try {
            read();
            unreadable = Optional.empty();
        } catch (IOException e) {
            unreadable = Optional.of(RunDamage.unreadable("the measurements", run.metrics(), e));
        }
    }

    private void read() throws IOException {
        switch (file.look()) {
            case NONE -> {
                // What could not be read is tried again.
                if (unreadable.isEmpty()) {
                    return;
                }
            }
            case GROWN -> {}
            case RESTARTED -> {
                metrics = new MetricTail(run);
                last = Optional.empty();
                best = Optional.empty();
            }
        }
        metrics.poll().forEach(this::take);
    }

    private void take(Measurement measurement) {
        boolean robust = measurement.value(Metric.ROBUST_ACCURACY).isPresent();
        if (robust || measurement.value(Metric.CLEAN_ACCURACY).isPresent()) {
            last = Optional.of(measurement);
        }
        if (robust
                && robustness(measurement)
                        > best.map(EvaluationTail::robustness).orElse(-1.0)) {
            best = Optional.of(measurement);
        }
    }

    private static double robustness(Measurement measurement) {
        return measurement.value(Metric.ROBUST_ACCURACY).orElse(-1);
    }
}
