package org.smoothbench.core.activation;

import org.smoothbench.core.schema.Variant;

/**
 * An activation function f: R -> R, with its derivatives in double precision.
 *
 * <p>The values are exact to rounding for every finite argument; they serve plots and are what the network form is tested
 * against. Names and formulas follow the paper, section 4.
 */
public sealed interface Activation {

    /** f(x). */
    double value(double x);

    /** f'(x); at a kink the value the network's backward pass uses. */
    double firstDerivative(double x);

    /** f''(x); 0 at a kink. */
    double secondDerivative(double x);

    /** How often the function can be differentiated. */
    Smoothness smoothness();

    /** The name as the paper writes it. */
    String label();

    /** How smooth a function is everywhere. */
    enum Smoothness {
        /** Continuous, with jumps of the first derivative. */
        C0,
        /** Continuously differentiable once, with jumps of the second derivative. */
        C1,
        /** Differentiable as often as one likes. */
        C_INFINITY
    }

    /** max(0, x): not smooth, the baseline. */
    @Variant(value = "relu", help = "max(0, x): the usual choice, with a kink at 0")
    record Relu() implements Activation {

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
    }

    /** x sigmoid(x): smooth, and not monotone below 0. */
    @Variant(value = "silu", help = "x sigmoid(x): smooth everywhere, slightly negative below 0")
    record Silu() implements Activation {

        @Override
        public double value(double x) {
            return x * sigmoid(x);
        }

        @Override
        public double firstDerivative(double x) {
            double s = sigmoid(x);
            return s + x * s * sigmoid(-x);
        }

        @Override
        public double secondDerivative(double x) {
            double s = sigmoid(x);
            double slope = s * sigmoid(-x);
            return slope * (2 + x * (1 - 2 * s));
        }

        @Override
        public Smoothness smoothness() {
            return Smoothness.C_INFINITY;
        }

        @Override
        public String label() {
            return "SILU";
        }

        /** Written so that neither tail loses digits. */
        private static double sigmoid(double x) {
            if (x >= 0) {
                return 1 / (1 + Math.exp(-x));
            }
            double e = Math.exp(x);
            return e / (1 + e);
        }
    }
}
