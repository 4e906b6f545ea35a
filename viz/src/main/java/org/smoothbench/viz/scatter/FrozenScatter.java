package org.smoothbench.viz.scatter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;
import org.smoothbench.viz.palette.SeriesPalette;

/** A scatter chart at one moment. */
final class FrozenScatter implements Drawing {
    static final double RADIUS = 6.5;

    private static final double PADDING = 12;
    private static final double GAP = 6;
    private static final double CAP = 4;
    private static final double WHISKER_WIDTH = 1.5;
    private static final double ROOM = 0.12;

    private static final List<String> COLUMNS =
            List.of("point", "kind", "x_axis", "y_axis", "x", "y", "x_sd", "y_sd", "details");

    private final String title;
    private final Axis x;
    private final Axis y;
    private final List<ScatterPoint> points;
    private final ChartStyle style;
    private final double width;
    private final double height;

    FrozenScatter(
            String title, Axis x, Axis y, List<ScatterPoint> points, ChartStyle style, double width, double height) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.points = points;
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
        var top = PADDING;
        if (!title.isEmpty()) {
            var size = style.small().getSize();
            surface.text(title, PADDING, top, new Lettering(size, style.text(), HPos.LEFT, VPos.TOP));
            top += surface.meter(size).lineHeight() + GAP;
        }
        var bounds =
                new Rectangle2D(PADDING, top, Math.max(1, width - 2 * PADDING), Math.max(1, height - top - PADDING));
        paint(surface, bounds);
    }

    /** Draws axes and points, and tells where the points came to lie. */
    PlotAxes paint(Surface surface, Rectangle2D bounds) {
        var axes = PlotAxes.of(
                x,
                y,
                range(ScatterPoint::x, ScatterPoint::xDeviation),
                range(ScatterPoint::y, ScatterPoint::yDeviation),
                bounds,
                surface,
                style);
        axes.paint();
        points.forEach(point -> whiskers(surface, axes, point));
        points.forEach(point -> marker(surface, axes, point));
        labels(surface, axes);
        return axes;
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

    private void whiskers(Surface surface, PlotAxes axes, ScatterPoint point) {
        var pen = new Pen(colour(point), WHISKER_WIDTH, LineStyle.SOLID);
        var centreX = axes.x(point.x());
        var centreY = axes.y(point.y());
        if (Double.isFinite(point.xDeviation())) {
            var left = axes.x(point.x() - point.xDeviation());
            var right = axes.x(point.x() + point.xDeviation());
            surface.line(left, centreY, right, centreY, pen);
            surface.line(left, centreY - CAP, left, centreY + CAP, pen);
            surface.line(right, centreY - CAP, right, centreY + CAP, pen);
        }
        if (Double.isFinite(point.yDeviation())) {
            var low = axes.y(point.y() - point.yDeviation());
            var high = axes.y(point.y() + point.yDeviation());
            surface.line(centreX, low, centreX, high, pen);
            surface.line(centreX - CAP, low, centreX + CAP, low, pen);
            surface.line(centreX - CAP, high, centreX + CAP, high, pen);
        }
    }

    private void marker(Surface surface, PlotAxes axes, ScatterPoint point) {
        var centreX = axes.x(point.x());
        var centreY = axes.y(point.y());
        if (point.reference()) {
            point.marker().fill(surface, centreX, centreY, RADIUS, style.background());
            point.marker().outline(surface, centreX, centreY, RADIUS, style.muted());
        } else {
            point.marker().fill(surface, centreX, centreY, RADIUS + 1.5, style.background());
            point.marker().fill(surface, centreX, centreY, RADIUS, colour(point));
        }
    }

    private Color colour(ScatterPoint point) {
        return point.reference()
                ? style.muted()
                : SeriesPalette.colourBlindSafe().colour(point.paletteIndex(), style.theme());
    }

    /** Names beside their points, where they cover neither points nor other names, if there is such a place. */
    private void labels(Surface surface, PlotAxes axes) {
        var meter = surface.meter(style.small().getSize());
        var taken = new ArrayList<Rectangle2D>();
        points.forEach(point -> taken.add(around(axes.x(point.x()), axes.y(point.y()))));
        for (var point : points) {
            var size = new double[] {meter.width(point.label()), meter.lineHeight()};
            var places = LabelPlaces.of(axes.x(point.x()), axes.y(point.y()), size[0], size[1], RADIUS + 4);
            var place = places.stream()
                    .filter(one -> axes.area().contains(one) && taken.stream().noneMatch(one::intersects))
                    .findFirst()
                    .or(() -> places.stream().filter(axes.area()::contains).findFirst())
                    .orElse(places.getFirst());
            taken.add(place);
            var colour = point.reference() ? style.muted() : style.text();
            surface.text(
                    point.label(),
                    place.getMinX(),
                    place.getMinY() + place.getHeight() / 2,
                    new Lettering(style.small().getSize(), colour, HPos.LEFT, VPos.CENTER));
        }
    }

    private static Rectangle2D around(double x, double y) {
        return new Rectangle2D(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }
}
