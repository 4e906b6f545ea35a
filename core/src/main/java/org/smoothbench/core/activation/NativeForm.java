package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Activations without trained numbers: PyTorch's own operation, and its own derivative unless another is asked for. */
final class NativeForm implements TensorForm {

    private final Activation activation;

    /** The form of an activation that is neither SmoothReLU nor PSSiLU. */
    NativeForm(Activation activation) {
        this.activation = activation;
    }

    @Override
    public NDArray forward(NDArray x, BackwardDerivative backward) {
        return switch (backward) {
            case BackwardDerivative.Own _ -> value(x);
            case BackwardDerivative.Surrogate surrogate ->
                Linearised.wanted() ? probed(x, surrogate.activation()) : value(x);
        };
    }

    private NDArray probed(NDArray x, Activation surrogate) {
        try (NDManager scratch = x.getManager().newSubManager()) {
            NDArray fixed = x.stopGradient();
            fixed.attach(scratch);
            return Linearised.of(x, fixed, TensorSlope.of(surrogate, fixed), value(fixed));
        }
    }

    private NDArray value(NDArray x) {
        return switch (activation) {
            case Relu _ -> TensorSlope.relu(x);
            case LeakyRelu leaky -> x.getNDArrayInternal().leakyRelu((float) leaky.slope());
            case Softplus _ -> x.getNDArrayInternal().softPlus();
            case ParametricSoftplus soft -> FusedOperations.softplus(x, soft.alpha());
            case Silu _ -> FusedOperations.silu(x);
            case Swish swish -> swish.beta() == 1 ? FusedOperations.silu(x) : swish(x, swish.beta());
            case Gelu _ -> x.getNDArrayInternal().gelu();
            case Elu elu -> x.getNDArrayInternal().elu((float) elu.alpha());
            case Celu celu -> FusedOperations.celu(x, celu.alpha());
            case Mish _ -> FusedOperations.mish(x);
            case SmoothRelu _, Pssilu _ -> throw new IllegalStateException("no native form of " + activation);
        };
    }

    /** x sigmoid(beta x) is silu(beta x) / beta. */
    private static NDArray swish(NDArray x, double beta) {
        try (NDManager scratch = x.getManager().newSubManager()) {
            NDArray scaled = x.mul(Constants.of(scratch, beta));
            scaled.attach(scratch);
            NDArray value = FusedOperations.silu(scaled).mul(Constants.of(scratch, 1 / beta));
            value.attach(x.getManager());
            return value;
        }
    }
}
