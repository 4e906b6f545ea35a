package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * x - log(alpha x + 1) / alpha above 0, 0 below: ReLU as alpha grows, smooth for every alpha (the paper, section 4.2).
 *
 * @param alpha how sharply the function turns at 0; the value before training where it is learned
 * @param learnable whether each layer learns its own alpha
 */
@Variant(value = "smooth-relu", help = "x - log(alpha x + 1) / alpha above 0, 0 below: ReLU made smooth, alpha learned")
public record SmoothRelu(
        @Setting(
                help = "How sharply the function turns at 0, at the start of training where it is learned",
                formula = "f'(x) = \\frac{\\alpha x}{1 + \\alpha x}",
                min = 1e-6,
                max = 1e6,
                defaultValue = "400")
        double alpha,

        @Setting(
                help = "Learn one alpha for each layer, kept positive as the square of the number trained",
                formula = "\\alpha = r^2",
                defaultValue = "true")
        boolean learnable)
        implements Activation {

    /** Terms of the series that are needed for 1 ulp at the end of its use, alpha x = 1. */
    private static final int TERMS = 18;

    @Override
    public double value(double x) {
        if (x <= 0) {
            return 0;
        }
        double u = scaled(x);
        return u > 1 ? x - Math.log1p(u) / alpha : excess(u) / alpha;
    }

    @Override
    public double firstDerivative(double x) {
        return x > 0 ? scaled(x) / (1 + scaled(x)) : 0;
    }

    @Override
    public double secondDerivative(double x) {
        double y = 1 + scaled(x);
        return x > 0 ? alpha / y / y : 0;
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C1;
    }

    @Override
    public String label() {
        String name = ParameterLabel.of("SmoothReLU", "alpha", alpha, 400);
        return learnable ? name : name + ", fixed";
    }

    @Override
    public String formula() {
        return "\\begin{cases} x - \\frac{1}{\\alpha} \\log(\\alpha x + 1) & x \\ge 0 \\\\ 0 & x < 0 \\end{cases}";
    }

    /** alpha x, kept finite. */
    private double scaled(double x) {
        return Math.min(alpha * x, Double.MAX_VALUE);
    }

    /**
     * u - log(1 + u) for u up to 1, where both are nearly equal. With z = u / (2 + u) the logarithm is 2 artanh(z), whose series
     * leaves u z - 2 (z^3 / 3 + z^5 / 5 + ...).
     */
    private static double excess(double u) {
        double z = u / (2 + u);
        double square = z * z;
        double sum = 0;
        for (int term = TERMS; term > 0; term--) {
            sum = sum * square + 1.0 / (2 * term + 1);
        }
        return u * z - 2 * z * square * sum;
    }
}
