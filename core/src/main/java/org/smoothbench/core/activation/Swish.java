package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * x sigmoid(beta x): SILU for beta = 1, closer to ReLU the larger beta is.
 *
 * @param beta how sharply the function turns at 0
 */
@Variant(value = "swish", help = "x sigmoid(beta x): SILU for beta = 1, closer to ReLU the larger beta")
public record Swish(
        @Setting(help = "How sharply the function turns at 0", min = 0.001, max = 1e6, defaultValue = "1")
        double beta) implements Activation {

    @Override
    public double value(double x) {
        return x * Logistic.sigmoid(beta * x);
    }

    @Override
    public double firstDerivative(double x) {
        return Logistic.siluSlope(beta * x);
    }

    @Override
    public double secondDerivative(double x) {
        return beta * Logistic.siluCurvature(beta * x);
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C_INFINITY;
    }

    @Override
    public String label() {
        return ParameterLabel.of("Swish", "beta", beta, 1);
    }

    @Override
    public String formula() {
        return "x\\,\\sigma(\\beta x)";
    }
}
