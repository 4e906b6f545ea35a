package org.smoothbench.app.activations;

import java.util.function.DoubleUnaryOperator;

/**
 * The limits of a function at 0, where the pieces of the activations meet.
 *
 * @param left coming from below
 * @param right coming from above
 */
public record ZeroLimits(double left, double right) {

    /** So near to 0 that no member of the family has moved from its limit by a rounding error of 1. */
    private static final double BESIDE_ZERO = 1e-300;

    /** What a derivative may have moved by on the way from 0, for slopes up to 1e20; the family's end at 1e13. */
    private static final double MOVED = 1e-280;

    /** The rounding errors of a few operations, relative to the limits. */
    private static final double ROUNDING = 1e-12;

    static ZeroLimits of(DoubleUnaryOperator function) {
        return new ZeroLimits(
                settled(function.applyAsDouble(-BESIDE_ZERO)), settled(function.applyAsDouble(BESIDE_ZERO)));
    }

    private static double settled(double beside) {
        return Math.abs(beside) < MOVED ? 0 : beside;
    }

    /** How far the function jumps upwards from left to right. */
    public double jump() {
        return right - left;
    }

    /** Whether it jumps by more than rounding can explain. */
    public boolean jumps() {
        return Math.abs(jump()) > ROUNDING * Math.max(Math.abs(left), Math.abs(right));
    }
}
