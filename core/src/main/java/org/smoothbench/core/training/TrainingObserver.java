package org.smoothbench.core.training;

import java.nio.file.Path;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Progress;

/** Hears of what happens in training, on the engine's thread; returns fast. */
public interface TrainingObserver {

    /**
     * Something was measured.
     *
     * @param measurement step lines carry training figures; the line at an epoch's end carries accuracies too
     */
    void measured(Measurement measurement);

    /**
     * Training came further; called often.
     *
     * @param activity what is being done, such as {@code training} or {@code evaluating}
     */
    void progressed(Progress progress, String activity);

    /**
     * Something happened that a person should know.
     *
     * @param type a word for scripts, such as {@code collapse}
     * @param message the same for people, as one sentence without a full stop
     */
    void noticed(String type, String message);

    /** A checkpoint was written whole. */
    void saved(Path checkpoint, CheckpointInfo.Position position);
}
