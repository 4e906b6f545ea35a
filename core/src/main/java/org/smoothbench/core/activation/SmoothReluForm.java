package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;

/**
 * SmoothReLU with alpha = r^2, r trained (as in the authors' code) or fixed. The chain of autograd would keep seven
 * tensors and take twice the time, so value and derivatives are computed outside the graph and joined.
 */
final class SmoothReluForm implements TensorForm {

    /**
     * |r| counts as no less than this, so that alpha stays positive whatever the optimizer does. Below it the gradient is
     * that at the floor, so that training can leave it.
     */
    private static final double FLOOR = 1e-3;

    private final SmoothRelu activation;
    private final @Nullable NDArray trained;

    SmoothReluForm(SmoothRelu activation) {
        this(activation, null);
    }

    private SmoothReluForm(SmoothRelu activation, @Nullable NDArray trained) {
        this.activation = activation;
        this.trained = trained;
    }

    static SmoothReluForm trained(SmoothRelu activation, TrainedScalars scalars) {
        return new SmoothReluForm(activation, scalars.create("r", Math.sqrt(activation.alpha())));
    }

    @Override
    public NDArray forward(NDArray x, BackwardDerivative backward) {
        try (NDManager scratch = x.getManager().newSubManager()) {
            NDArray fixed = x.stopGradient();
            fixed.attach(scratch);
            Magnitude r = trained == null
                    ? new Magnitude(Constants.beside(fixed, Math.sqrt(activation.alpha())), Constants.beside(fixed, 1))
                    : Magnitude.of(trained, FLOOR, scratch);
            NDArray alpha = r.size().mul(r.size());
            NDArray value = TensorSlope.relu(fixed);
            NDArray scaled = value.mul(alpha);
            NDArray logarithm = FusedOperations.log1p(scaled);
            try (NDArray share = logarithm.div(alpha)) {
                value.subi(share);
            }
            NDArray saturating = TensorSlope.saturate(scaled);
            NDArray result = value;
            if (Linearised.wanted()) {
                result = Linearised.of(x, fixed, slope(saturating, fixed, backward), value);
            }
            if (trained != null && Linearised.wanted(trained)) {
                // df/dr = 2 (log(1 + u) - u / (1 + u)) / r^3 with u = alpha x
                NDArray factor = r.sign().mul(Constants.beside(fixed, 2)).divi(alpha.mul(r.size()));
                NDArray derivative = logarithm.subi(saturating).muli(factor);
                result = result.addi(r.carry(trained, derivative, scratch));
            }
            result.attach(x.getManager());
            return result;
        }
    }

    private static NDArray slope(NDArray own, NDArray fixed, BackwardDerivative backward) {
        return switch (backward) {
            case BackwardDerivative.Own _ -> own;
            case BackwardDerivative.Surrogate surrogate -> TensorSlope.of(surrogate.activation(), fixed);
        };
    }
}
