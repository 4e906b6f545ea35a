package org.smoothbench.viz.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What all visible series say near one x.
 *
 * @param x of the point nearest to the pointer, in the unit of the x axis
 * @param rows the largest value first; gaps last
 * @param marks the events that are pointed at
 */
record Readout(double x, List<Row> rows, List<EventMark> marks) {
    /** The point of one series that is nearest to the read-out's x; y may be NaN or infinite. */
    record Row(Series series, int index, double x, double y) {}

    /** The read-out nearest to an x, or nothing if no visible series has a point. */
    static Optional<Readout> near(double x, List<Series> visible) {
        var measured = visible.stream().filter(one -> one.size() > 0).toList();
        return measured.stream()
                .map(one -> one.x(one.nearest(x)))
                .min(Comparator.comparingDouble(candidate -> Math.abs(candidate - x)))
                .map(snapped -> at(snapped, measured));
    }

    /** The nearest x of a visible point to the right of (direction 1) or left of (-1) an x. */
    static OptionalDouble neighbour(double x, int direction, List<Series> visible) {
        var beyond = visible.stream()
                .flatMapToDouble(one -> IntStream.range(0, one.size()).mapToDouble(one::x))
                .filter(candidate -> direction > 0 ? candidate > x : candidate < x);
        return direction > 0 ? beyond.min() : beyond.max();
    }

    private static Readout at(double x, List<Series> measured) {
        var rows = new ArrayList<Row>();
        for (var one : measured) {
            var index = one.nearest(x);
            rows.add(new Row(one, index, one.x(index), one.y(index)));
        }
        rows.sort(Comparator.comparing((Row row) -> Double.isNaN(row.y()))
                .thenComparing(Row::y, Comparator.reverseOrder()));
        return new Readout(x, List.copyOf(rows), List.of());
    }

    Readout with(List<EventMark> pointedAt) {
        return new Readout(x, rows, List.copyOf(pointedAt));
    }

    /** A row's value with its unit, and where it was measured if that is not the read-out's x. */
    String text(Row row, PlotFrame frame) {
        var value = value(row, frame.yAxis(row.series()));
        var smoothed = frame.smoothed().get(row.series());
        if (smoothed != null && row.series().isDrawn(row.index())) {
            value += ", smoothed " + Numbers.reading(smoothed.y(row.index()));
        }
        return row.x() == x ? value : value + " @ " + frame.x().axis().bareReading(row.x());
    }

    private static String value(Row row, Axis axis) {
        if (!row.series().hasBand()) {
            return axis.reading(row.y());
        }
        var unit = axis.unitProperty().get();
        if (!row.series().hasDeviations()) {
            var low = row.series().low(row.index());
            var high = row.series().high(row.index());
            return Numbers.reading(row.y())
                    + (Double.isFinite(high - low)
                            ? " (%s to %s)".formatted(Numbers.reading(low), Numbers.reading(high))
                            : "")
                    + (unit.isEmpty() ? "" : " " + unit);
        }
        var deviation = row.series().deviation(row.index());
        return Numbers.reading(row.y())
                + (Double.isFinite(deviation) ? " ± " + Numbers.reading(deviation) : "")
                + (unit.isEmpty() ? "" : " " + unit)
                + " (n = " + row.series().count(row.index()) + ")";
    }

    /** All of it in one line, for those who cannot see the box. */
    String spoken(PlotFrame frame) {
        var words = Stream.concat(
                rows.stream().map(row -> row.series().name() + " " + text(row, frame)),
                marks.stream().map(EventMark::text));
        return words.collect(Collectors.joining("; ", header(frame.x().axis()) + ": ", ""));
    }

    /** The x with its quantity and unit, e.g. "epoch 12". */
    String header(Axis axis) {
        return (axis.titleProperty().get() + " " + axis.reading(x)).strip();
    }
}
