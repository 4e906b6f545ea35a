package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * x above 0, alpha (exp(x / alpha) - 1) below: ELU made smooth for every alpha (table 2 of the paper).
 *
 * @param alpha minus the limit far below 0
 */
@Variant(value = "celu", help = "x above 0, alpha (exp(x / alpha) - 1) below: smooth for every alpha")
public record Celu(
        @Setting(help = "Minus the limit far below 0", min = 0.001, max = 1000, defaultValue = "1")
        double alpha) implements Activation {

    @Override
    public double value(double x) {
        return x > 0 ? x : alpha * Math.expm1(x / alpha);
    }

    @Override
    public double firstDerivative(double x) {
        return x > 0 ? 1 : Math.exp(x / alpha);
    }

    @Override
    public double secondDerivative(double x) {
        return x < 0 ? Math.exp(x / alpha) / alpha : 0;
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C1;
    }

    @Override
    public String label() {
        return ParameterLabel.of("CELU", "alpha", alpha, 1);
    }

    @Override
    public String formula() {
        return "\\begin{cases} x & x \\ge 0 \\\\ \\alpha (e^{x / \\alpha} - 1) & x < 0 \\end{cases}";
    }
}
