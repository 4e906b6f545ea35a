package org.smoothbench.viz.chart;

import java.time.ZoneId;
import java.util.List;

/**
 * Round times along an axis: the multiples of 1, 2, 5, 10, 15 or 30 seconds or minutes, of 1, 2, 3, 6 or 12 hours, or of
 * days.
 *
 * @param first the number of steps from zero to the first tick
 * @param step their distance, in seconds
 * @param offset what the steps are counted from, in seconds
 * @param clock whether the values are moments
 */
record TimeTicks(long first, double step, int count, double offset, boolean clock, ZoneId zone) implements TickRow {
    private static final double[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800
    };

    /** Ends of a range computed from data miss their multiple by a rounding error. */
    private static final double SLACK = 1e-9;

    static TimeTicks within(Range range, int most, Notation notation, ZoneId zone) {
        var clock = notation == Notation.CLOCK;
        var step = step(range.width() / Math.max(1, most));
        var offset = clock ? -Times.offset(range.min(), zone) : 0;
        var first = Math.ceil((range.min() - offset) / step - SLACK);
        var last = Math.floor((range.max() - offset) / step + SLACK);
        return new TimeTicks((long) first, step, (int) Math.max(0, last - first + 1), offset, clock, zone);
    }

    private static double step(double least) {
        if (least < 1) {
            return Ticks.niceStep(least);
        }
        for (var step : STEPS) {
            if (step >= least * (1 - SLACK)) {
                return step;
            }
        }
        return Ticks.niceStep(least / Times.DAY) * Times.DAY;
    }

    @Override
    public double value(int index) {
        return (first + index) * step + offset;
    }

    @Override
    public String label(int index) {
        return clock ? Times.momentTick(value(index), step, zone) : Times.duration(value(index));
    }

    @Override
    public List<Double> minor() {
        return List.of();
    }
}
