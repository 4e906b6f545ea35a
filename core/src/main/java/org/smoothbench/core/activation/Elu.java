package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * x above 0, alpha (exp(x) - 1) below: smooth only for alpha = 1 (table 2 of the paper).
 *
 * @param alpha minus the limit far below 0
 */
@Variant(value = "elu", help = "x above 0, alpha (exp(x) - 1) below: smooth for alpha = 1 only, else with a kink at 0")
public record Elu(
        @Setting(
                help = "Minus the limit far below 0; other values than 1 make a kink at 0",
                min = 0.001,
                max = 1000,
                defaultValue = "1")
        double alpha)
        implements Activation {

    @Override
    public double value(double x) {
        return x > 0 ? x : alpha * Math.expm1(x);
    }

    @Override
    public double firstDerivative(double x) {
        return x > 0 ? 1 : alpha * Math.exp(x);
    }

    @Override
    public double secondDerivative(double x) {
        return x < 0 ? alpha * Math.exp(x) : 0;
    }

    @Override
    public Smoothness smoothness() {
        return alpha == 1 ? Smoothness.C1 : Smoothness.C0;
    }

    @Override
    public String label() {
        return ParameterLabel.of("ELU", "alpha", alpha, 1);
    }

    @Override
    public String formula() {
        return "\\begin{cases} x & x \\ge 0 \\\\ \\alpha (e^{x} - 1) & x < 0 \\end{cases}";
    }
}
