package org.smoothbench.viz.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Round values along a logarithmic axis: powers of ten, with their two- and fivefold where there is room.
 *
 * @param values the labelled ones
 * @param minor the other multiples of the powers of ten
 */
record LogTicks(List<Double> values, List<Double> minor) implements TickRow {
    private static final int[] ONE = {1};
    private static final int[] ONE_TWO_FIVE = {1, 2, 5};
    private static final int[] ALL = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final double SLACK = 1e-9;
    /** With more decades than this the lines between them would be grey. */
    private static final int MOST_DECADES_WITH_MINOR = 8;

    /** The round values inside a positive range; evenly spaced ones where it is too narrow for two of ours. */
    static TickRow within(Range range, int most, double smallestStep) {
        var wanted = Math.max(2, most);
        var fine = multiples(range, ONE_TWO_FIVE, 1);
        var labelled = fine.size() <= wanted ? fine : decades(range, wanted);
        if (labelled.size() < 2) {
            labelled = fine;
        }
        if (labelled.size() < 2) {
            return Ticks.within(range, most, smallestStep);
        }
        var minor = new ArrayList<Double>();
        if (Math.log10(range.max() / range.min()) <= MOST_DECADES_WITH_MINOR) {
            minor.addAll(multiples(range, ALL, 1));
            minor.removeAll(labelled);
        } else {
            minor.addAll(multiples(range, ONE, 1));
            minor.removeAll(labelled);
        }
        return new LogTicks(List.copyOf(labelled), List.copyOf(minor));
    }

    /** The smallest range that holds another and ends at one, two or five times a power of ten. */
    static Range around(Range range) {
        return new Range(roundBelow(range.min()), roundAbove(range.max()));
    }

    private static List<Double> decades(Range range, int most) {
        var step = 1;
        var values = multiples(range, ONE, step);
        while (values.size() > most) {
            step++;
            values = multiples(range, ONE, step);
        }
        return values;
    }

    private static List<Double> multiples(Range range, int[] digits, int decadeStep) {
        var values = new ArrayList<Double>();
        var last = (int) Math.ceil(Math.log10(range.max()));
        for (var decade = (int) Math.floor(Math.log10(range.min())); decade <= last; decade++) {
            for (var digit : digits) {
                var value = round(digit, decade);
                if (Math.floorMod(decade, decadeStep) == 0
                        && value >= range.min() * (1 - SLACK)
                        && value <= range.max() * (1 + SLACK)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static double roundBelow(double value) {
        var decade = (int) Math.floor(Math.log10(value)) + 1;
        for (; ; decade--) {
            for (var i = ONE_TWO_FIVE.length - 1; i >= 0; i--) {
                var candidate = round(ONE_TWO_FIVE[i], decade);
                if (candidate <= value * (1 + SLACK)) {
                    return Math.min(candidate, value);
                }
            }
        }
    }

    private static double roundAbove(double value) {
        for (var decade = (int) Math.floor(Math.log10(value)) - 1; ; decade++) {
            for (var digit : ONE_TWO_FIVE) {
                var candidate = round(digit, decade);
                if (candidate >= value * (1 - SLACK)) {
                    return Math.max(candidate, value);
                }
            }
        }
    }

    /** As the decimal is written, which a product of powers would miss by a rounding error. */
    private static double round(int digit, int decade) {
        return Double.parseDouble(digit + "e" + decade);
    }

    @Override
    public int count() {
        return values.size();
    }

    @Override
    public double value(int index) {
        return values.get(index);
    }

    @Override
    public String label(int index) {
        return Numbers.logTick(value(index));
    }
}
