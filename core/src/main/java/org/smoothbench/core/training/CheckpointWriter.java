package org.smoothbench.core.training;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.smoothbench.core.experiment.RuntimeSpec;

/** Saves what training has come to, at the end of epochs and every so many minutes. On the engine's thread. */
final class CheckpointWriter {

    private final RuntimeSpec spec;
    private final Checkpoints checkpoints;
    private final Learner learner;
    private final TrainingObserver observer;
    private long lastSave = System.nanoTime();

    CheckpointWriter(RuntimeSpec spec, Checkpoints checkpoints, Learner learner, TrainingObserver observer) {
        this.spec = spec;
        this.checkpoints = checkpoints;
        this.learner = learner;
        this.observer = observer;
    }

    /** Saves if the last checkpoint is older than the settings allow; which steps these are changes no figure. */
    void saveIfDue(Supplier<TrainingState> state) throws IOException {
        double minutes = spec.checkpointMinutes();
        if (minutes > 0 && System.nanoTime() - lastSave > minutes * 60e9) {
            save(state.get());
        }
    }

    /** Saves in the middle of things, where nothing was measured. */
    void save(TrainingState state) throws IOException {
        save(state, Optional.empty(), false);
    }

    /**
     * Saves.
     *
     * @param findings what was measured of these weights
     * @param best whether they are the best so far
     */
    void save(TrainingState state, Optional<Examiner.Findings> findings, boolean best) throws IOException {
        CheckpointInfo.Position position = new CheckpointInfo.Position(
                state.epoch(),
                state.step(),
                spec.seed(),
                findings.map(found -> found.deciding().cleanShare()).orElse(-1.0),
                findings.map(found -> found.deciding().robustShare()).orElse(-1.0));
        observer.saved(checkpoints.save(learner.parts(), position, state, best), position);
        lastSave = System.nanoTime();
    }
}
