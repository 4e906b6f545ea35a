package org.smoothbench.viz.curve;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A function to draw. Immutable if the function is; any thread.
 *
 * @param name what legend and read-out call it; no two curves of a plot share one
 * @param slot its colour and line style, see {@link #SLOTS}
 * @param function y of x, cheap enough to be asked some thousand times at a go; NaN where it has no value
 * @param jumps where it jumps, so that no line is drawn across
 */
public record Curve(String name, int slot, DoubleUnaryOperator function, List<Double> jumps) {
    /** Slots 0 to 20 differ in colour or line style; neighbours differ in both. */
    public static final int SLOTS = 21;

    /** Copies the jumps. */
    public Curve {
        jumps = List.copyOf(jumps);
    }

    /** y at x, NaN at a jump. */
    double at(double x) {
        return jumps.contains(x) ? Double.NaN : function.applyAsDouble(x);
    }
}
