package org.smoothbench.core.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunJournal;
import org.smoothbench.core.run.StatusKeeper;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.TrainingObserver;

/** Writes what happens in training into the run directory, and passes it on. */
final class RunRecorder implements TrainingObserver {

    private final RunJournal journal;
    private final StatusKeeper status;
    private final TrainingObserver spectator;

    RunRecorder(RunJournal journal, StatusKeeper status, TrainingObserver spectator) {
        this.journal = journal;
        this.status = status;
        this.spectator = spectator;
    }

    @Override
    public void measured(Measurement measurement) {
        try {
            journal.measured(measurement);
            if (measurement.value(Metric.ROBUST_ACCURACY).isPresent()) {
                journal.log(line(measurement));
            }
            Optional<String> smoothness = SmoothnessLine.of(measurement);
            if (smoothness.isPresent()) {
                journal.log(smoothness.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("metrics cannot be written", e);
        }
        spectator.measured(measurement);
    }

    private static String line(Measurement m) {
        return String.format(
                Locale.ROOT,
                "epoch %.0f: training loss %.4f, clean accuracy %.2f %%, robust accuracy %.2f %% on %.0f images in %.1f s",
                m.epoch(),
                number(m.value(Metric.EPOCH_LOSS)),
                100 * number(m.value(Metric.CLEAN_ACCURACY)),
                100 * number(m.value(Metric.ROBUST_ACCURACY)),
                number(m.value(Metric.TEST_EXAMPLES)),
                number(m.value(Metric.TEST_SECONDS)));
    }

    private static double number(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    @Override
    public void progressed(Progress progress, String activity) {
        status.update(now -> now.advanced(progress, activity));
        spectator.progressed(progress, activity);
    }

    @Override
    public void noticed(String type, String message) {
        try {
            journal.event(type, message);
        } catch (IOException e) {
            throw new UncheckedIOException("events cannot be written", e);
        }
        spectator.noticed(type, message);
    }

    @Override
    public void saved(Path checkpoint, CheckpointInfo.Position position) {
        try {
            journal.event("checkpoint", "checkpoint " + checkpoint.getFileName() + " saved");
        } catch (IOException e) {
            throw new UncheckedIOException("events cannot be written", e);
        }
        spectator.saved(checkpoint, position);
    }
}
