package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * The logit of a wrong class minus that of the class.
 *
 * @param oneHot the classes, shape (images, classes)
 * @param targets the classes aimed at, of the same shape
 */
record TargetedMarginLoss(NDArray oneHot, NDArray targets) implements Objective {

    @Override
    public NDArray losses(NDArray logits) {
        return ClassLogits.of(logits, targets).sub(ClassLogits.of(logits, oneHot));
    }

    @Override
    public TargetedMarginLoss rows(NDArray indices) {
        return new TargetedMarginLoss(Rows.of(oneHot, indices), Rows.of(targets, indices));
    }
}
