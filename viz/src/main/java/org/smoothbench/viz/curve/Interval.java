package org.smoothbench.viz.curve;

/**
 * A part of an axis. Immutable; any thread.
 *
 * @param min the lower end
 * @param max the upper end
 */
public record Interval(double min, double max) {
    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException unless {@code min < max} and the width is finite
     */
    public Interval {
        if (!(min < max) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("an interval needs finite min < max, not " + min + " to " + max);
        }
    }

    /** The length, above 0. */
    public double width() {
        return max - min;
    }

    /** Whether a value lies between the ends or on one of them. */
    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}
