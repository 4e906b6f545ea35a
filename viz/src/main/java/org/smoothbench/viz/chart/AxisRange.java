package org.smoothbench.viz.chart;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes ranges that were set by hand fit for a logarithmic axis. */
final class AxisRange {
    /** What a logarithmic axis shows below a fixed end if no data say more. */
    private static final double THREE_DECADES = 1000;

    private AxisRange() {}

    /** An axis' fixed range; a logarithmic one that would begin at or below zero begins at the data. */
    static Optional<Range> fixed(Axis axis, Supplier<Range> data) {
        var fixed = axis.fixedRangeProperty().get();
        if (fixed == null || !axis.isLogarithmic() || fixed.min() > 0) {
            return Optional.ofNullable(fixed);
        }
        // A range without anything above zero cannot be shown; the axis follows the data.
        return fixed.max() > 0
                ? Optional.of(new Range(lowest(data.get(), fixed.max()), fixed.max()))
                : Optional.empty();
    }

    /** What is shown of the full range. */
    static Range zoomed(@Nullable Range zoom, Range full, boolean logarithmic) {
        if (zoom == null) {
            return full;
        }
        if (!logarithmic || zoom.min() > 0) {
            return zoom;
        }
        return zoom.max() > full.min() ? new Range(full.min(), zoom.max()) : full;
    }

    private static double lowest(Range data, double max) {
        return data.min() < max ? data.min() : max / THREE_DECADES;
    }
}
