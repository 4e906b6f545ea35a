package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Variant;

/** x sigmoid(x): smooth, and not monotone below 0. */
@Variant(value = "silu", help = "x sigmoid(x): smooth everywhere, slightly negative below 0")
public record Silu() implements Activation {

    @Override
    public double value(double x) {
        return x * Logistic.sigmoid(x);
    }

    @Override
    public double firstDerivative(double x) {
        return Logistic.siluSlope(x);
    }

    @Override
    public double secondDerivative(double x) {
        return Logistic.siluCurvature(x);
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C_INFINITY;
    }

    @Override
    public String label() {
        return "SILU";
    }

    @Override
    public String formula() {
        return "x\\,\\sigma(x)";
    }
}
