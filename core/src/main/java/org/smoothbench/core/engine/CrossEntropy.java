package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;

/** Cross-entropy of logits, in nats, written with tensor operands only so that it can be differentiated safely. */
public final class CrossEntropy {

    private CrossEntropy() {}

    /**
     * Minus the sum of weight times log-probability.
     *
     * @param logits shape (images, classes)
     * @param weights shape (images, classes): one-hot rows give the sum over the batch, one-hot rows divided by the number
     *     of images its mean
     * @return a tensor without dimensions
     */
    public static NDArray weighted(NDArray logits, NDArray weights) {
        return logits.logSoftmax(1).mul(weights).sum().neg();
    }
}
