package org.smoothbench.core.activation;

import java.util.List;

/**
 * An activation function f: R -> R, with its derivatives in double precision.
 *
 * <p>The values are exact to rounding for every finite argument; they serve plots and are what the network form is tested
 * against. Names and formulas follow the paper, section 4.
 */
public sealed interface Activation
        permits Relu, LeakyRelu, Softplus, ParametricSoftplus, Silu, Swish, Gelu, Elu, Celu, SmoothRelu, Mish, Pssilu {

    /** f(x). */
    double value(double x);

    /** f'(x); at a kink the value the network's backward pass uses. */
    double firstDerivative(double x);

    /** f''(x); 0 where there is none. */
    double secondDerivative(double x);

    /** How often the function can be differentiated. */
    Smoothness smoothness();

    /** The name as the paper writes it, with the parameters that are not the usual ones. */
    String label();

    /** f(x) as LaTeX, in the names of the settings. */
    String formula();

    /** One of each kind with its usual parameters, the paper's first. */
    static List<Activation> usual() {
        return List.of(
                new Relu(),
                new Softplus(),
                new ParametricSoftplus(10),
                new Silu(),
                new Gelu(),
                new Elu(1),
                new Celu(1),
                new SmoothRelu(400, true),
                new LeakyRelu(0.01),
                new Swish(1),
                new Mish(),
                new Pssilu(1, 1e-8, true));
    }

    /** How smooth a function is everywhere. */
    enum Smoothness {
        /** Continuous, with jumps of the first derivative. */
        C0,
        /** Continuously differentiable once, with jumps of the second derivative. */
        C1,
        /** Differentiable as often as one likes. */
        C_INFINITY
    }
}
