package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * Cross-entropy, in nats.
 *
 * @param oneHot the classes, shape (images, classes)
 */
public record CrossEntropyLoss(NDArray oneHot) implements Objective {

    @Override
    public NDArray losses(NDArray logits) {
        return logits.logSoftmax(1).mul(oneHot).sum(new int[] {1}).neg();
    }

    @Override
    public Objective rows(NDArray indices) {
        return new CrossEntropyLoss(Rows.of(oneHot, indices));
    }
}
