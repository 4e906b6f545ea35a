package org.smoothbench.core.activation;

/** The logistic function and what is built on it, in double precision, written so that neither tail loses digits. */
final class Logistic {

    /** Beyond this, in both directions, exp(-|x|) is 0 in double precision. */
    private static final double SATURATION = 750;

    private Logistic() {}

    /** 1 / (1 + exp(-x)). */
    static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }

    /** The derivative of the sigmoid; even. */
    static double slope(double x) {
        return sigmoid(x) * sigmoid(-x);
    }

    /** log(1 + exp(x)), the integral of the sigmoid. */
    static double softplus(double x) {
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** The derivative of x sigmoid(x). */
    static double siluSlope(double x) {
        double u = bounded(x);
        return sigmoid(u) * (1 + u * sigmoid(-u));
    }

    /** The second derivative of x sigmoid(x). */
    static double siluCurvature(double x) {
        double u = bounded(x);
        return slope(u) * (2 - u * Math.tanh(u / 2));
    }

    /** Saturated values do not change any more; infinity times 0 must not arise. */
    private static double bounded(double x) {
        return Math.clamp(x, -SATURATION, SATURATION);
    }
}
