package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Numbers as tensors that own their memory.
 *
 * <p>DJL's {@code mul(Number)}, {@code div}, {@code pow}, {@code maximum} and {@code minimum} wrap the number in a Java
 * buffer that autograd does not keep alive: a collection between forward and backward frees it, and the gradient is
 * garbage. A tensor filled natively has no such buffer.
 */
public final class Scalars {

    private Scalars() {}

    /** A float32 tensor without dimensions, owned by the manager. */
    public static NDArray of(NDManager manager, double value) {
        return manager.full(new Shape(), (float) value);
    }
}
