package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * The log-probability of a wrong class, in nats.
 *
 * @param targets the classes aimed at, shape (images, classes)
 */
record TargetedCrossEntropyLoss(NDArray targets) implements Objective {

    @Override
    public NDArray losses(NDArray logits) {
        return ClassLogits.of(logits.logSoftmax(1), targets);
    }

    @Override
    public TargetedCrossEntropyLoss rows(NDArray indices) {
        return new TargetedCrossEntropyLoss(Rows.of(targets, indices));
    }
}
