package org.smoothbench.viz.chart;

/**
 * An interval of an axis, in the axis' unit. Immutable; any thread.
 *
 * @param min the lower end
 * @param max the upper end
 */
public record Range(double min, double max) {
    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException unless {@code min < max} and the width is finite
     */
    public Range {
        if (!(min < max) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("a range needs finite min < max, not " + min + " to " + max);
        }
    }

    /** The smallest range that holds both values; equal values get room on both sides. */
    public static Range covering(double min, double max) {
        // A range narrower than a few hundred ulps cannot be divided by ticks.
        if (max - min > 1e-13 * Math.max(Math.abs(min), Math.abs(max))) {
            return new Range(min, max);
        }
        var room = min == 0 ? 0.5 : Math.min(0.5, Math.abs(min) / 10);
        return new Range(min - Math.max(room, Math.ulp(min) * 1e4), max + Math.max(room, Math.ulp(max) * 1e4));
    }

    /** The length, above 0, in the axis' unit. */
    public double width() {
        return max - min;
    }

    /** Whether a value lies in the range, its ends included; never for NaN. */
    public boolean contains(double value) {
        return value >= min && value <= max;
    }

    /** The range {@code factor} times as wide, in which the anchor keeps its relative place. */
    Range zoomedAbout(double anchor, double factor) {
        return new Range(anchor - (anchor - min) * factor, anchor + (max - anchor) * factor);
    }

    /** The same width, moved by an offset but not out of the limits. */
    Range movedWithin(Range limits, double offset) {
        var start = Math.max(limits.min, Math.min(min + offset, limits.max - width()));
        return new Range(start, start + width());
    }
}
