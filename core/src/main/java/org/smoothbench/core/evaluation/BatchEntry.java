package org.smoothbench.core.evaluation;

import java.util.List;
import org.smoothbench.core.attack.Passes;
import org.smoothbench.core.attack.Symptoms;

/**
 * A batch that is done: a line of an evaluation's journal.
 *
 * @param part which part of the evaluation
 * @param stage which attack, from 0; 0 in the other parts
 * @param images the images of the batch, by their index in the test set
 * @param hit those the model got right, in the clean part; those that fell, in the others
 * @param predicted the classes the model gave to those that were hit, in their order
 * @param seconds the time it took
 * @param passes the work it took
 * @param symptoms what was odd
 * @param unconfirmed examples that did not fool the model as it is used
 */
record BatchEntry(
        Part part,
        int stage,
        List<Integer> images,
        List<Integer> hit,
        List<Integer> predicted,
        double seconds,
        Passes passes,
        Symptoms symptoms,
        int unconfirmed) {

    /** The parts of an evaluation. */
    enum Part {
        /** Images as they are. */
        CLEAN,
        /** An attack of the plan. */
        ATTACK,
        /** An attack with a budget nothing should withstand. */
        LARGE_BUDGET
    }
}
