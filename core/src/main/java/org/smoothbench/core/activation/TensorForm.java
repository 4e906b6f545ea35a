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
     * @param x any shape, float32, without a name
     * @param backward the derivative that a backward pass through the result uses; numbers that are trained get the
     *     gradient of the network's own function always
     * @return the same shape and memory layout, owned by the manager of {@code x}; nothing else of what was computed stays
     *     with that manager
     */
    NDArray forward(NDArray x, BackwardDerivative backward);

    /**
     * The form of an activation.
     *
     * @param scalars asked for the numbers of activations that are trained; not asked otherwise
     */
    static TensorForm of(Activation activation, TrainedScalars scalars) {
        return switch (activation) {
            case SmoothRelu smooth when smooth.learnable() -> SmoothReluForm.trained(smooth, scalars);
            case Pssilu shifted when shifted.learnable() -> PssiluForm.trained(shifted, scalars);
            case SmoothRelu smooth -> new SmoothReluForm(smooth);
            case Pssilu shifted -> new PssiluForm(shifted);
            case Relu _,
                    LeakyRelu _,
                    Softplus _,
                    ParametricSoftplus _,
                    Silu _,
                    Swish _,
                    Gelu _,
                    Elu _,
                    Celu _,
                    Mish _ -> new NativeForm(activation);
        };
    }
}
