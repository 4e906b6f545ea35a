package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * The difference of logits ratio: the margin over the gap between the largest and the third largest logit, so that no
 * scale of the logits changes it (Croce and Hein 2020, equation 6). Where the class is ranked exactly third it is 1
 * whatever the image, and its gradient zero; such an image has fallen already.
 *
 * @param oneHot the classes, shape (images, classes), of which there are three at least
 */
record DlrLoss(NDArray oneHot) implements Objective {

    /** The classes it needs. */
    static final int LEAST_CLASSES = 3;

    /** Keeps equal logits from a division by zero, as in AutoAttack. */
    static final double TINY = 1e-12;

    @Override
    public NDArray losses(NDArray logits) {
        NDArray sorted = ClassLogits.largest(logits, LEAST_CLASSES);
        NDArray gap = ClassLogits.ranked(sorted, 1).sub(ClassLogits.ranked(sorted, 3));
        return new MarginLoss(oneHot).losses(logits).div(gap.add(TINY));
    }

    @Override
    public DlrLoss rows(NDArray indices) {
        return new DlrLoss(Rows.of(oneHot, indices));
    }
}
