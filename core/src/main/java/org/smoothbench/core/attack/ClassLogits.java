package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.smoothbench.core.engine.Scalars;

/** Logits picked from rows by class, so that they can be differentiated; all belong to the manager of the logits. */
final class ClassLogits {

    /** Takes a class out of the running for the largest, whatever logits there are. */
    private static final double FAR_BELOW = 1e30;

    private static final int[] CLASSES = {1};

    private ClassLogits() {}

    /** The logit of one class for each image; shape (images). */
    static NDArray of(NDArray logits, NDArray oneHot) {
        return logits.mul(oneHot).sum(CLASSES);
    }

    /** Logits with that of one class far below all others. */
    static NDArray without(NDArray logits, NDArray oneHot) {
        NDManager manager = logits.getManager();
        return logits.sub(Scalars.of(manager, FAR_BELOW).mul(oneHot));
    }

    /** The largest logit of any other class; shape (images). */
    static NDArray largestOther(NDArray logits, NDArray oneHot) {
        return without(logits, oneHot).max(CLASSES);
    }

    /** The largest logits, in falling order; shape (images, count). */
    static NDArray largest(NDArray logits, int count) {
        return logits.topK(count, 1).get(0);
    }

    /** One column of logits in falling order; shape (images). */
    static NDArray ranked(NDArray sorted, int rank) {
        return sorted.get(":, " + (rank - 1));
    }
}
