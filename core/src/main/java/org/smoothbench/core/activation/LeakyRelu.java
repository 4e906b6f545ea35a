package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * x above 0, a small multiple of x below: never flat, but with a kink.
 *
 * @param slope the derivative below 0
 */
@Variant(value = "leaky-relu", help = "x above 0, slope x below: never flat, with a kink at 0")
public record LeakyRelu(
        @Setting(help = "Derivative below 0", min = 0, max = 0.99, defaultValue = "0.01")
        double slope) implements Activation {

    @Override
    public double value(double x) {
        return x > 0 ? x : slope * x;
    }

    @Override
    public double firstDerivative(double x) {
        return x > 0 ? 1 : slope;
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
        return ParameterLabel.of("LeakyReLU", "slope", slope, 0.01);
    }

    @Override
    public String formula() {
        return "\\max(0, x) + \\mathrm{slope}\\,\\min(0, x)";
    }
}
