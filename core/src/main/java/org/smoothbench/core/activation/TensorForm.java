package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;

/** Activation functions on tensors, differentiable and safe from the scalar fault that Scalars describes. */
public final class TensorForm {

    private TensorForm() {}

    /**
     * f applied to every element.
     *
     * @param x any shape, float32
     * @return the same shape and memory layout, owned by the manager of {@code x}
     */
    public static NDArray forward(Activation activation, NDArray x) {
        return switch (activation) {
            case Activation.Relu _ -> x.getNDArrayInternal().relu();
            case Activation.Silu _ -> x.mul(x.getNDArrayInternal().sigmoid());
        };
    }
}
