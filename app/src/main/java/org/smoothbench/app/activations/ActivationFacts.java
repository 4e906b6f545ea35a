package org.smoothbench.app.activations;

import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Activation.Smoothness;

/**
 * What is measured of an activation.
 *
 * @param smoothness what the family says of it; the limits bear it out
 * @param first the limits of f' at 0
 * @param second the limits of f'' at 0
 * @param curvature where |f''| is largest, 0 left out if f' jumps there
 */
public record ActivationFacts(Smoothness smoothness, ZeroLimits first, ZeroLimits second, Peak curvature) {

    static ActivationFacts of(Activation activation) {
        return new ActivationFacts(
                activation.smoothness(),
                ZeroLimits.of(activation::firstDerivative),
                ZeroLimits.of(activation::secondDerivative),
                Peak.of(activation::secondDerivative));
    }

    /** Whether the limits contradict the smoothness that the family claims. */
    public boolean contradicted() {
        return switch (smoothness) {
            case C0 -> !first.jumps();
            case C1 -> first.jumps() || !second.jumps();
            case C_INFINITY -> first.jumps() || second.jumps();
        };
    }
}
