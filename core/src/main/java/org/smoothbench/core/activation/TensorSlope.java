package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;

/**
 * The derivatives of the family on tensors, for use outside the graph. Every intermediate belongs to the manager of the
 * argument, which the caller closes.
 */
final class TensorSlope {

    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

    private TensorSlope() {}

    /** f'(x) element by element; numbers that are trained have their values before training. */
    static NDArray of(Activation activation, NDArray x) {
        return switch (activation) {
            case Relu _ -> step(x);
            case LeakyRelu leaky -> between(leaky.slope(), step(x));
            case Softplus _ -> sigmoid(x);
            case ParametricSoftplus soft -> sigmoid(scaled(x, soft.alpha()));
            case Silu _ -> silu(x);
            case Swish swish -> silu(swish.beta() == 1 ? x : scaled(x, swish.beta()));
            case Gelu _ -> gelu(x);
            case Elu elu -> elu(x, elu.alpha());
            case Celu celu -> exponential(x, celu.alpha());
            case SmoothRelu smooth -> saturate(scaled(relu(x), smooth.alpha()));
            case Mish _ -> mish(x);
            case Pssilu shifted ->
                silu(scaled(x, shifted.alpha()))
                        .sub(Constants.beside(x, shifted.beta()))
                        .muli(Constants.beside(x, 1 / (1 - shifted.beta())));
        };
    }

    static NDArray relu(NDArray x) {
        return x.getNDArrayInternal().relu();
    }

    static NDArray sigmoid(NDArray x) {
        return x.getNDArrayInternal().sigmoid();
    }

    /** u / (1 + u) for u from 0 on, in the place of u. */
    static NDArray saturate(NDArray u) {
        try (NDArray more = u.add(1)) {
            return u.divi(more);
        }
    }

    /** sigmoid(u) (1 + u sigmoid(-u)). */
    private static NDArray silu(NDArray u) {
        try (NDArray minus = u.neg();
                NDArray gate = sigmoid(u)) {
            return sigmoid(minus).muli(u).addi(1).muli(gate);
        }
    }

    private static NDArray scaled(NDArray x, double factor) {
        return x.mul(Constants.beside(x, factor));
    }

    /** 1 above 0, else 0. */
    private static NDArray step(NDArray x) {
        return relu(x.sign());
    }

    /** 1 where the step is 1, the lower value where it is 0. */
    private static NDArray between(double lower, NDArray step) {
        return step.muli(Constants.beside(step, 1 - lower)).addi(Constants.beside(step, lower));
    }

    private static NDArray gelu(NDArray x) {
        NDArray below = scaled(x, SQRT_HALF).erf().addi(1).muli(Constants.beside(x, 0.5));
        NDArray density = x.mul(x).muli(Constants.beside(x, -0.5)).exp().muli(Constants.beside(x, PEAK));
        return below.addi(density.muli(x));
    }

    private static NDArray elu(NDArray x, double alpha) {
        NDArray smooth = exponential(x, 1);
        if (alpha == 1) {
            return smooth;
        }
        // exp(min(x, 0)) is 1 above 0: alpha there, made 1 by the step.
        return smooth.muli(Constants.beside(x, alpha)).addi(step(x).muli(Constants.beside(x, 1 - alpha)));
    }

    /** exp(min(x, 0) / alpha). */
    private static NDArray exponential(NDArray x, double alpha) {
        return scaled(relu(x.neg()), -1 / alpha).exp();
    }

    /** With t = tanh(softplus(x)): t + x sigmoid(x) (1 - t^2). */
    private static NDArray mish(NDArray x) {
        NDArray gate = x.getNDArrayInternal().softPlus().tanh();
        NDArray rest = gate.mul(gate).negi().addi(1);
        return rest.muli(sigmoid(x)).muli(x).addi(gate);
    }
}
