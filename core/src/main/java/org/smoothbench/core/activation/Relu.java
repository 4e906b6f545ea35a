package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Variant;

/** max(0, x): not smooth, the baseline. */
@Variant(value = "relu", help = "max(0, x): the usual choice, with a kink at 0")
public record Relu() implements Activation {

    @Override
    public double value(double x) {
        return Math.max(0, x);
    }

    @Override
    public double firstDerivative(double x) {
        return x > 0 ? 1 : 0;
    }

    @Override
    public double secondDerivative(double x) {
        return 0;
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C0;
    }

    @Override
    public String label() {
        return "ReLU";
    }

    @Override
    public String formula() {
        return "\\max(0, x)";
    }
}
