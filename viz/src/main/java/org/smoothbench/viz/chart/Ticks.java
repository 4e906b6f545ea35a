package org.smoothbench.viz.chart;

import java.util.List;

/**
 * Round values along an axis: the multiples of 1, 2 or 5 times a power of ten that lie in a range. Immutable; any thread.
 *
 * @param first the least of them, in steps
 * @param step their distance
 * @param count how many there are
 */
public record Ticks(long first, double step, int count) implements TickRow {
    /** Ends of a range computed from data miss their multiple by a rounding error. */
    private static final double SLACK = 1e-9;

    /**
     * The round values inside a range, its ends included.
     *
     * @param most how many steps the range may hold at most, 1 or more
     * @param smallestStep the least distance, 0 for any
     */
    public static Ticks within(Range range, int most, double smallestStep) {
        var step = step(range, most, smallestStep);
        return between(Math.ceil(range.min() / step - SLACK), Math.floor(range.max() / step + SLACK), step);
    }

    /** The round values inside the range and the next one beyond either end. */
    static Ticks around(Range range, int most, double smallestStep) {
        var step = step(range, most, smallestStep);
        return between(Math.floor(range.min() / step + SLACK), Math.ceil(range.max() / step - SLACK), step);
    }

    private static Ticks between(double first, double last, double step) {
        return new Ticks((long) first, step, (int) Math.max(0, last - first + 1));
    }

    private static double step(Range range, int most, double smallestStep) {
        return Math.max(niceStep(range.width() / Math.max(1, most)), smallestStep);
    }

    /** The least of 1, 2 or 5 times a power of ten that is not below a value. */
    static double niceStep(double least) {
        var power = Math.pow(10, Math.floor(Math.log10(least)));
        for (var digit : new int[] {1, 2, 5}) {
            if (digit * power >= least * (1 - SLACK)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    /** Computed from the index, because adding up steps would add up their rounding errors. */
    @Override
    public double value(int index) {
        return (first + index) * step;
    }

    /** From the first tick to the last; there must be two. */
    Range span() {
        return new Range(value(0), value(count - 1));
    }

    @Override
    public List<Double> minor() {
        return List.of();
    }

    /** The number as it is written at an axis: all of a row with the same decimals. */
    @Override
    public String label(int index) {
        var largest = Math.max(Math.abs(value(0)), Math.abs(value(count - 1)));
        return Numbers.tick(value(index), step, largest);
    }
}
