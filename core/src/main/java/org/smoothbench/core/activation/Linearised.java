package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A value with a derivative of one's choice behind it: (x - x0) d + f with x0, d and f outside the graph. Since x - x0 is
 * exactly 0 the value is f to the last bit (-0 comes out as 0), for every finite x, and the gradient is d.
 */
final class Linearised {

    private Linearised() {}

    /**
     * Joins value and derivative.
     *
     * @param fixed the values of {@code x}, outside the graph
     * @param derivative what the gradient is multiplied by
     * @param value what comes out; overwritten
     * @return owned by the manager of {@code x}
     */
    static NDArray of(NDArray x, NDArray fixed, NDArray derivative, NDArray value) {
        return term(x, fixed, derivative).addi(value);
    }

    /**
     * 0 with a gradient: (x - x0) d.
     *
     * @return owned by the manager of {@code x}
     */
    static NDArray term(NDArray x, NDArray fixed, NDArray derivative) {
        try (NDArray zero = x.sub(fixed)) {
            return zero.mul(derivative);
        }
    }

    /**
     * Whether a graph is recorded, so that a backward pass may come through. Of a tensor inside a graph DJL does not tell
     * whether it requires a gradient: it says no to all but leaves.
     */
    static boolean wanted() {
        return JniUtils.isGradMode();
    }

    /** Whether a graph is recorded and a leaf, such as a trained number, takes part in it. */
    static boolean wanted(NDArray leaf) {
        return wanted() && JniUtils.requiresGrad((PtNDArray) leaf);
    }
}
