package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Variant;

/** x tanh(softplus(x)) (Misra 2019): much like SILU. */
@Variant(value = "mish", help = "x tanh(log(1 + exp(x))): smooth everywhere, slightly negative below 0")
public record Mish() implements Activation {

    @Override
    public double value(double x) {
        return x * gate(x);
    }

    @Override
    public double firstDerivative(double x) {
        return gate(x) + x * gateSlope(x);
    }

    @Override
    public double secondDerivative(double x) {
        return 2 * gateSlope(x) + x * gateCurvature(x);
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C_INFINITY;
    }

    @Override
    public String label() {
        return "Mish";
    }

    @Override
    public String formula() {
        return "x \\tanh(\\log(1 + e^{x}))";
    }

    // With w = exp(x), tanh(log(1 + w)) = (w^2 + 2 w) / (w^2 + 2 w + 2); above 0 all is written in q = 1 / w instead,
    // so
    // that nothing overflows and no 1 - tanh^2 has to be formed.

    private static double gate(double x) {
        double e = Math.exp(-Math.abs(x));
        return x < 0 ? e * (e + 2) / (e * (e + 2) + 2) : (1 + 2 * e) / (1 + 2 * e + 2 * e * e);
    }

    private static double gateSlope(double x) {
        double e = Math.exp(-Math.abs(x));
        double d = denominator(x, e);
        return x < 0 ? 4 * e * (1 + e) / (d * d) : 4 * e * e * (1 + e) / (d * d);
    }

    private static double gateCurvature(double x) {
        double e = Math.exp(-Math.abs(x));
        double d = denominator(x, e);
        return x < 0
                ? 4 * e * (2 + e * (2 - e * (3 + 2 * e))) / (d * d * d)
                : 4 * e * e * (e * e * (2 * e + 2) - 3 * e - 2) / (d * d * d);
    }

    private static double denominator(double x, double e) {
        return x < 0 ? e * (e + 2) + 2 : 1 + 2 * e + 2 * e * e;
    }
}
