package org.smoothbench.core.activation;

import org.apache.commons.numbers.gamma.Erfc;
import org.smoothbench.core.schema.Variant;

/** x times the probability that a standard normal number lies below x; the exact form, not the one with tanh. */
@Variant(value = "gelu", help = "x Phi(x), Phi the normal distribution: smooth everywhere, slightly negative below 0")
public record Gelu() implements Activation {

    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

    /** Beyond this, in both directions, the normal density is 0 in double precision. */
    private static final double SATURATION = 40;

    @Override
    public double value(double x) {
        return x * below(x);
    }

    @Override
    public double firstDerivative(double x) {
        return below(x) + x * density(x);
    }

    @Override
    public double secondDerivative(double x) {
        double u = Math.clamp(x, -SATURATION, SATURATION);
        return density(u) * (2 - u * u);
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C_INFINITY;
    }

    @Override
    public String label() {
        return "GELU";
    }

    @Override
    public String formula() {
        return "x\\,\\Phi(x)";
    }

    private static double below(double x) {
        return Erfc.value(-x * SQRT_HALF) / 2;
    }

    private static double density(double x) {
        return PEAK * Math.exp(-x * x / 2);
    }
}
