package org.smoothbench.viz.field;

/**
 * A line along which a field has one value. Immutable; any thread. Where a line is closed, its last point is its first again.
 */
public final class Isoline {
    private final double level;
    private final double[] xs;
    private final double[] ys;
    private final boolean closed;

    /** Keeps the arrays. */
    Isoline(double level, double[] xs, double[] ys, boolean closed) {
        this.level = level;
        this.xs = xs;
        this.ys = ys;
        this.closed = closed;
    }

    /** The value along the line. */
    public double level() {
        return level;
    }

    /** The number of points, 2 or more. */
    public int size() {
        return xs.length;
    }

    /** The x of a point, in the field's unit. */
    public double x(int index) {
        return xs[index];
    }

    /** The y of a point, in the field's unit. */
    public double y(int index) {
        return ys[index];
    }

    /** Whether the line comes back to where it began; else it ends at the field's border or at a hole. */
    public boolean isClosed() {
        return closed;
    }

    /** The length, in the field's unit. */
    public double length() {
        var sum = 0.0;
        for (var i = 1; i < xs.length; i++) {
            sum += Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        }
        return sum;
    }
}
