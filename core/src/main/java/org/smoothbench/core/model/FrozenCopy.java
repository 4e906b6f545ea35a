package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Copies of parameters that no gradient goes into. */
final class FrozenCopy {

    private FrozenCopy() {}

    /** The values an array has now. */
    static NDArray of(NDArray array, NDManager owner) {
        NDArray copy = array.duplicate();
        copy.attach(owner);
        return copy;
    }
}
