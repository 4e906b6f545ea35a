package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * x (sigmoid(alpha x) - beta) / (1 - beta), the parametric shifted SILU (Dai, Mahloujifar and Mittal 2021); SILU for
 * alpha = 1 and beta = 0, and so all but SILU before training unless told otherwise.
 *
 * @param alpha how sharply the function turns at 0; the value before training where it is learned
 * @param beta how far it is tilted: its slope far below 0 is -beta / (1 - beta)
 * @param learnable whether each layer learns its own alpha and beta
 */
@Variant(
        value = "pssilu",
        help = "x (sigmoid(alpha x) - beta) / (1 - beta): SILU with sharpness and tilt, both learned")
public record Pssilu(
        @Setting(
                help = "How sharply the function turns at 0, at the start of training where it is learned",
                min = 0.001,
                max = 1e6,
                defaultValue = "1")
        double alpha,

        @Setting(
                help = "How far the function is tilted, at the start of training where it is learned",
                formula = "f'(-\\infty) = -\\frac{\\beta}{1 - \\beta}",
                min = 0,
                max = 0.99,
                defaultValue = "1e-8")
        double beta,

        @Setting(help = "Learn one alpha and one beta for each layer", defaultValue = "true")
        boolean learnable)
        implements Activation {

    @Override
    public double value(double x) {
        return x * ((Logistic.sigmoid(alpha * x) - beta) / (1 - beta));
    }

    @Override
    public double firstDerivative(double x) {
        return (Logistic.siluSlope(alpha * x) - beta) / (1 - beta);
    }

    @Override
    public double secondDerivative(double x) {
        return alpha * Logistic.siluCurvature(alpha * x) / (1 - beta);
    }

    @Override
    public Smoothness smoothness() {
        return Smoothness.C_INFINITY;
    }

    @Override
    public String label() {
        String name = ParameterLabel.of(ParameterLabel.of("PSSiLU", "alpha", alpha, 1), "beta", beta, 1e-8);
        return learnable ? name : name + ", fixed";
    }

    @Override
    public String formula() {
        return "x\\,\\frac{\\sigma(\\alpha x) - \\beta}{1 - \\beta}";
    }
}
