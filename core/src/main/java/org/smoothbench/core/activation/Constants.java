package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Numbers as tensors, with memory of their own, as {@code engine.Scalars} makes them; the engine itself is out of
 * reach here, since it knows experiments and those know activations.
 */
final class Constants {

    private Constants() {}

    /** A float32 tensor without dimensions on the device and with the manager of another. */
    static NDArray beside(NDArray x, double value) {
        return of(x.getManager(), value);
    }

    /** A float32 tensor without dimensions, owned by the manager. */
    static NDArray of(NDManager manager, double value) {
        return manager.full(new Shape(), (float) value);
    }
}
