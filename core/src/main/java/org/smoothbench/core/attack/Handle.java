package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A second handle on the same values, so that what is computed from it belongs to another manager. */
final class Handle {

    private Handle() {}

    /** The same tensor, without its graph, owned by a manager. */
    static NDArray of(NDArray array, NDManager manager) {
        NDArray handle = array.stopGradient();
        handle.attach(manager);
        return handle;
    }
}
