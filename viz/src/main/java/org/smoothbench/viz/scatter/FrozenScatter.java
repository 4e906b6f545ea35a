package org.smoothbench.viz.scatter;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Heading;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.TextLines;

/** A scatter chart at one moment. */
final class FrozenScatter implements Drawing {
    static final double RADIUS = 6.5;

    private static final double PADDING = 12;
    private static final double GAP = 6;
    private static final double SIGN = 4.5;
    private static final double ROOM = 0.12;

    private static final List<String> COLUMNS =
            List.of("point", "kind", "x_axis", "y_axis", "x", "y", "x_sd", "y_sd", "details");

    private final String title;
    private final Axis x;
    private final Axis y;
    private final List<ScatterPoint> points;
    private final List<String> notes;
    private final ChartStyle style;
    private final double width;
    private final double height;

    FrozenScatter(
            String title,
            Axis x,
            Axis y,
            List<ScatterPoint> points,
            List<String> notes,
            ChartStyle style,
            double width,
            double height) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.points = points;
        this.notes = notes;
        this.style = style;
        this.width = width;
        this.height = height;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void paint(Surface surface) {
        surface.box(new Rectangle2D(0, 0, width, height), 0, style.background());
        var inner = Math.max(1, width - 2 * PADDING);
        var top = PADDING + Heading.paint(surface, style, title, new Rectangle2D(PADDING, PADDING, inner, height), GAP);
        var bounds = new Rectangle2D(PADDING, top, inner, Math.max(1, height - top - PADDING));
        paint(surface, bounds);
    }

    /** Draws axes and points, and tells where the points came to lie. */
    PlotAxes paint(Surface surface, Rectangle2D whole) {
        var top = notes(surface, whole);
        var bounds = new Rectangle2D(
                whole.getMinX(), whole.getMinY() + top, whole.getWidth(), Math.max(1, whole.getHeight() - top));
        var axes = PlotAxes.of(
                x,
                y,
                range(ScatterPoint::x, ScatterPoint::xDeviation),
                range(ScatterPoint::y, ScatterPoint::yDeviation),
                bounds,
                surface,
                style);
        axes.paint();
        new PointPainter(surface, axes, style, points).paint();
        return axes;
    }

    /** A line for each note, with the sign of points that are somebody else's; returns the height they take. */
    private double notes(Surface surface, Rectangle2D bounds) {
        var size = style.small().getSize();
        var meter = surface.meter(size);
        var sign = 2 * SIGN + GAP;
        var y = bounds.getMinY();
        for (var note : notes) {
            var lines = TextLines.wrapped(note, meter, bounds.getWidth() - sign);
            Marker.CIRCLE.outline(
                    surface, bounds.getMinX() + SIGN + 1, y + meter.lineHeight() / 2, SIGN, style.muted());
            for (var line : lines) {
                surface.text(line, bounds.getMinX() + sign, y, new Lettering(size, style.muted(), HPos.LEFT, VPos.TOP));
                y += meter.lineHeight();
            }
        }
        return notes.isEmpty() ? 0 : y - bounds.getMinY() + GAP;
    }

    @Override
    public Stream<List<String>> table() {
        return Stream.concat(Stream.of(COLUMNS), points.stream().map(this::row));
    }

    private List<String> row(ScatterPoint point) {
        return List.of(
                point.label(),
                point.reference() ? "published" : "measured",
                x.dataCaption(),
                y.dataCaption(),
                Double.toString(point.x()),
                Double.toString(point.y()),
                number(point.xDeviation()),
                number(point.yDeviation()),
                String.join("; ", point.details()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private Range range(ToDoubleFunction<ScatterPoint> value, ToDoubleFunction<ScatterPoint> deviation) {
        ToDoubleBiFunction<ScatterPoint, Integer> end = (point, sign) -> {
            var half = deviation.applyAsDouble(point);
            return value.applyAsDouble(point) + (Double.isFinite(half) ? sign * half : 0);
        };
        var min = points.stream()
                .mapToDouble(point -> end.applyAsDouble(point, -1))
                .min();
        var max = points.stream()
                .mapToDouble(point -> end.applyAsDouble(point, 1))
                .max();
        if (min.isEmpty() || max.isEmpty()) {
            return new Range(0, 100);
        }
        // Room for markers and names beyond the outermost points.
        var room = Math.max(ROOM * (max.getAsDouble() - min.getAsDouble()), 0.5);
        return new Range(min.getAsDouble() - room, max.getAsDouble() + room);
    }
}
