package org.smoothbench.core.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.problem.Problem;

/** Follows the accuracies of a run: the last and the best. One thread at a time. */
final class EvaluationTail {

    /** Part of the keys of both accuracies. */
    private static final String ACCURACY = "Accuracy\"";

    private final RunDirectory run;
    private final GrowingFile file;
    private final MeasurementJson json = new MeasurementJson();
    private LineTail lines;
    private int damaged;
    private Optional<Measurement> last = Optional.empty();
    private Optional<Measurement> best = Optional.empty();
    private Optional<Problem> unreadable = Optional.empty();

    EvaluationTail(RunDirectory run) {
        this.run = run;
        file = new GrowingFile(run.metrics());
        lines = new LineTail(run.metrics());
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
        if (unreadable.isPresent() || damaged == 0) {
            return unreadable;
        }
        String count = damaged == 1 ? "1 line of the measurements is" : damaged + " lines of the measurements are";
        return Optional.of(new Problem.Data(
                count + " damaged and left out",
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
                lines = new LineTail(run.metrics());
                damaged = 0;
                last = Optional.empty();
                best = Optional.empty();
            }
        }
        for (List<String> batch = lines.poll(); !batch.isEmpty(); batch = lines.poll()) {
            batch.forEach(this::take);
        }
    }

    /** Of about twenty lines one holds an accuracy; the others are looked at only so far as to see that they are whole. */
    private void take(String line) {
        if (line.startsWith("{") && line.endsWith("}") && !line.contains(ACCURACY)) {
            return;
        }
        json.read(line).ifPresentOrElse(this::take, () -> damaged++);
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
