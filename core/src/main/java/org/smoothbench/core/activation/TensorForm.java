package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;

/**
 * An activation in one place of a network, on tensors; differentiable and safe from the scalar fault that Scalars
 * describes. Belongs to the engine's thread.
 */
@FunctionalInterface
public interface TensorForm {

    /**
     * f applied to every element.
     *
     * @param x any shape, float32
     * @param backward the derivative that a backward pass through the result uses
     * @return the same shape and memory layout, owned by the manager of {@code x}
     */
    NDArray forward(NDArray x, BackwardDerivative backward);

    /**
     * The form of an activation.
     *
     * @param scalars asked for the numbers of activations that are trained; not asked otherwise
     */
    static TensorForm of(Activation activation, TrainedScalars scalars) {
        return switch (activation) {
            case Activation.Relu _ -> (x, _) -> x.getNDArrayInternal().relu();
            case Activation.Silu _ -> (x, _) -> x.mul(x.getNDArrayInternal().sigmoid());
        };
    }
}
