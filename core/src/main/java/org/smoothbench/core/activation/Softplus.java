package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Variant;

/** log(1 + exp(x)): smooth, and far from ReLU around 0. */
@Variant(value = "softplus", help = "log(1 + exp(x)): smooth everywhere, 0.69 at 0")
public record Softplus() implements Activation {

    @Override
    public double value(double x) {
        return Logistic.softplus(x);
    }

    @Override
    public double firstDerivative(double x) {
        return Logistic.sigmoid(x);
    }

    @Override
    public double secondDerivative(double x) {
        return Logistic.slope(x);
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C_INFINITY;
    }

    @Override
    public String label() {
        return "Softplus";
    }

    @Override
    public String formula() {
        return "\\log(1 + e^{x})";
    }
}
