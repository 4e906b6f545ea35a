package org.smoothbench.core.training;

import java.util.Map;

/**
 * What {@code last.json} and {@code best.json} hold.
 *
 * @param folder the checkpoint's folder, beside the file
 * @param position where in training it was taken
 * @param state what goes on from it needs besides the arrays
 * @param sha256 of each file in the folder, in hexadecimal
 */
public record CheckpointInfo(String folder, Position position, TrainingState state, Map<String, String> sha256) {

    /**
     * A place in training. Everything random follows from the seed and the step, so no generator's state is needed.
     *
     * @param epoch completed epochs
     * @param step completed steps
     * @param seed of the experiment
     * @param cleanAccuracy at this place, 0 to 1; negative if it was not measured
     * @param robustAccuracy at this place, 0 to 1; negative if it was not measured
     */
    public record Position(int epoch, long step, long seed, double cleanAccuracy, double robustAccuracy) {}
}
