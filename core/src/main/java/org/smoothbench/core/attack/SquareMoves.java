package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * What Square tries next on some images. Where in the image and, for L-infinity, in which colour follows from the seed, the
 * restart and the iteration and is the same for all images, as in AutoAttack; the rest follows from each image's own random
 * numbers. Iterations are asked for in turn.
 */
sealed interface SquareMoves permits LinfSquares, L2Squares {

    /**
     * Moves around images.
     *
     * @param draws of the restart
     * @param keeper of tensors; lives as long as the restart
     */
    static SquareMoves around(
            Batch batch, ThreatModel threat, SquareSchedule schedule, ImageDraws draws, NDManager keeper) {
        return switch (threat) {
            case ThreatModel.Linf linf -> LinfSquares.around(batch, linf.radius(), schedule, draws, keeper);
            case ThreatModel.L2 l2 -> L2Squares.around(batch, l2.radius(), schedule, draws, keeper);
        };
    }

    /** Where the search begins; owned by the keeper. */
    NDArray first();

    /**
     * The candidates of an iteration, within the budget.
     *
     * @param best the best images so far; their manager owns the result
     */
    NDArray next(int iteration, NDArray best);

    /** Moves of some of the images. */
    SquareMoves rows(int... rows);
}
