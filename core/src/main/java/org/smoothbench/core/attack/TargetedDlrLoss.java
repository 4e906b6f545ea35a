package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.engine.Scalars;

/**
 * The targeted difference of logits ratio: the targeted margin over the gap between the largest logit and the mean of the
 * third and fourth (Croce and Hein 2020, equation 7).
 *
 * @param oneHot the classes, shape (images, classes), of which there are four at least
 * @param targets the classes aimed at, of the same shape
 */
record TargetedDlrLoss(NDArray oneHot, NDArray targets) implements Objective {

    /** The classes it needs. */
    static final int LEAST_CLASSES = 4;

    @Override
    public NDArray losses(NDArray logits) {
        NDArray sorted = ClassLogits.largest(logits, LEAST_CLASSES);
        NDArray half = Scalars.of(logits.getManager(), 0.5);
        NDArray lower =
                ClassLogits.ranked(sorted, 3).add(ClassLogits.ranked(sorted, 4)).mul(half);
        NDArray gap = ClassLogits.ranked(sorted, 1).sub(lower);
        return new TargetedMarginLoss(oneHot, targets).losses(logits).div(gap.add(DlrLoss.TINY));
    }

    @Override
    public TargetedDlrLoss rows(NDArray indices) {
        return new TargetedDlrLoss(Rows.of(oneHot, indices), Rows.of(targets, indices));
    }
}
