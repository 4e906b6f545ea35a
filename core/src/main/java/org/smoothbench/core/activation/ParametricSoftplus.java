package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * log(1 + exp(alpha x)) / alpha: closer to ReLU the larger alpha is; the paper's smooth stand-in for it (section 4.1).
 *
 * @param alpha how sharply the function turns at 0
 */
@Variant(
        value = "parametric-softplus",
        help = "log(1 + exp(alpha x)) / alpha: smooth everywhere, closer to ReLU the larger alpha")
public record ParametricSoftplus(
        @Setting(
                help = "How sharply the function turns at 0",
                formula = "f'(x) = \\sigma(\\alpha x)",
                min = 0.001,
                max = 1e6,
                defaultValue = "10")
        double alpha)
        implements Activation {

    @Override
    public double value(double x) {
        // One operand at a time, so that x itself, not alpha times x, bounds the range.
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(alpha * x))) / alpha;
    }

    @Override
    public double firstDerivative(double x) {
        return Logistic.sigmoid(alpha * x);
    }

    @Override
    public double secondDerivative(double x) {
        return alpha * Logistic.slope(alpha * x);
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C_INFINITY;
    }

    @Override
    public String label() {
        return ParameterLabel.of("Parametric Softplus", "alpha", alpha, 10);
    }

    @Override
    public String formula() {
        return "\\frac{1}{\\alpha} \\log(1 + e^{\\alpha x})";
    }
}
