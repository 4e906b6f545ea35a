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
            NDArray positive = TensorSlope.relu(fixed);
            NDArray scaled = positive.mul(alpha);
            NDArray logarithm = FusedOperations.log1p(scaled);
            NDArray value = positive.sub(logarithm.div(alpha));
            NDArray result = value;
            if (Linearised.wanted(x)) {
                result = Linearised.of(x, fixed, slope(scaled, fixed, backward), value);
            }
            if (trained != null && Linearised.wanted(trained)) {
                result = result.addi(training(trained, r, alpha, scaled, logarithm, scratch));
            }
            result.attach(x.getManager());
            return result;
        }
    }

    private static NDArray slope(NDArray scaled, NDArray fixed, BackwardDerivative backward) {
        return switch (backward) {
            case BackwardDerivative.Own _ -> TensorSlope.saturating(scaled);
            case BackwardDerivative.Surrogate surrogate -> TensorSlope.of(surrogate.activation(), fixed);
        };
    }

    /** df/dr = 2 (log(1 + u) - u / (1 + u)) / r^3 with u = alpha x, carried by a 0 whose gradient reaches r. */
    private static NDArray training(
            NDArray r, Magnitude magnitude, NDArray alpha, NDArray scaled, NDArray logarithm, NDManager scratch) {
        NDArray factor = magnitude.sign().mul(Constants.beside(alpha, 2)).div(alpha.mul(magnitude.size()));
        NDArray derivative = logarithm.sub(TensorSlope.saturating(scaled)).muli(factor);
        return magnitude.carry(r, derivative, scratch);
    }
}
