package org.smoothbench.viz.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the ranges that hold the data; on a logarithmic axis, the positive data. */
final class Extents {
    /** What an axis shows while there is nothing to follow. */
    private static final Range NOTHING = new Range(0, 1);

    private static final Range NOTHING_LOGARITHMIC = new Range(1, 10);

    /** A scale that would start below this part of its end starts at zero, which says more about proportions. */
    private static final double NEAR_ZERO = 0.4;

    private final boolean logarithmic;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double bandMin = Double.POSITIVE_INFINITY;
    private double bandMax = Double.NEGATIVE_INFINITY;

    private Extents(boolean logarithmic) {
        this.logarithmic = logarithmic;
    }

    /** The x of all points, drawn or not. */
    static Range ofX(List<Series> series, boolean logarithmic) {
        var extents = new Extents(logarithmic);
        for (var one : series) {
            var first = logarithmic && one.isAscending() ? one.firstAbove(0) : 0;
            if (one.isAscending() && first < one.size()) {
                extents.add(one.x(first));
                extents.add(one.x(one.size() - 1));
            } else {
                for (var i = 0; i < one.size(); i++) {
                    extents.add(one.x(i));
                }
            }
        }
        return extents.range();
    }

    /**
     * The y of all points that are drawn, and of the ends of all lines that enter the window of x, with the bands around them as
     * far as there can be values: within the axis' limits, and not below zero where no value is.
     */
    static Range ofY(List<Series> series, Range window, Axis axis) {
        var logarithmic = axis.isLogarithmic();
        var extents = new Extents(logarithmic);
        for (var one : series) {
            extents.addLines(one, window);
        }
        extents.addBands(axis.limitsProperty().get());
        var range = extents.range();
        if (logarithmic) {
            return range;
        }
        if (range.min() > 0 && range.min() < NEAR_ZERO * range.max()) {
            return new Range(0, range.max());
        }
        return range.max() < 0 && range.max() > NEAR_ZERO * range.min() ? new Range(range.min(), 0) : range;
    }

    private void addLines(Series series, Range window) {
        for (var i = 0; i < series.size(); i++) {
            if (!series.isDrawn(i)) {
                continue;
            }
            if (window.contains(series.x(i))) {
                addWithBand(series, i);
            }
            if (i > 0 && series.isDrawn(i - 1) && crosses(series.x(i - 1), series.x(i), window)) {
                addWithBand(series, i - 1);
                addWithBand(series, i);
            }
        }
    }

    private void addWithBand(Series series, int index) {
        add(series.y(index));
        var low = series.low(index);
        if (Double.isFinite(series.high(index) - low)) {
            bandMin = !logarithmic || low > 0 ? Math.min(bandMin, low) : bandMin;
            bandMax = Math.max(bandMax, series.high(index));
        }
    }

    private void addBands(@Nullable Range limits) {
        if (Double.isFinite(bandMin)) {
            var low = min >= 0 ? Math.max(bandMin, 0) : bandMin;
            add(limits == null ? low : Math.max(low, limits.min()));
        }
        if (Double.isFinite(bandMax)) {
            add(limits == null ? bandMax : Math.min(bandMax, limits.max()));
        }
    }

    private static boolean crosses(double from, double to, Range window) {
        return Math.min(from, to) <= window.max() && Math.max(from, to) >= window.min();
    }

    private void add(double value) {
        if (!logarithmic || value > 0) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
    }

    private Range range() {
        if (min > max) {
            return logarithmic ? NOTHING_LOGARITHMIC : NOTHING;
        }
        // Half to double: room on both sides of a single value.
        return logarithmic && max < min * (1 + 1e-9) ? new Range(min / 2, max * 2) : Range.covering(min, max);
    }
}
