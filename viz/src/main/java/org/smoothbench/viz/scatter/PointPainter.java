package org.smoothbench.viz.scatter;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;
import org.smoothbench.viz.palette.SeriesPalette;

/** Draws points with their whiskers and names between axes. */
final class PointPainter {
    private static final double CAP = 4;
    private static final double WHISKER_WIDTH = 1.5;
    private static final double CLEAR = 2;

    private final Surface surface;
    private final PlotAxes axes;
    private final ChartStyle style;
    private final List<ScatterPoint> points;

    PointPainter(Surface surface, PlotAxes axes, ChartStyle style, List<ScatterPoint> points) {
        this.surface = surface;
        this.axes = axes;
        this.style = style;
        this.points = points;
    }

    void paint() {
        points.forEach(this::whiskers);
        var meter = surface.meter(style.small().getSize());
        var names = points.stream()
                .map(point -> new LabelLayout.Name(
                        axes.x(point.x()), axes.y(point.y()), meter.width(point.label()), meter.lineHeight()))
                .toList();
        var places =
                LabelLayout.of(names, points.stream().flatMap(this::obstacles).toList(), axes.area());
        IntStream.range(0, points.size()).forEach(i -> lead(names.get(i), places.get(i)));
        points.forEach(this::marker);
        IntStream.range(0, points.size()).forEach(i -> name(points.get(i), places.get(i)));
    }

    private void whiskers(ScatterPoint point) {
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

    private void marker(ScatterPoint point) {
        var centreX = axes.x(point.x());
        var centreY = axes.y(point.y());
        if (point.reference()) {
            point.marker().fill(surface, centreX, centreY, FrozenScatter.RADIUS, style.background());
            point.marker().outline(surface, centreX, centreY, FrozenScatter.RADIUS, style.muted());
        } else {
            point.marker().fill(surface, centreX, centreY, FrozenScatter.RADIUS + 1.5, style.background());
            point.marker().fill(surface, centreX, centreY, FrozenScatter.RADIUS, colour(point));
        }
    }

    private void lead(LabelLayout.Name name, Rectangle2D place) {
        var way = name.lead(place);
        if (!way.isEmpty()) {
            surface.line(
                    way.getFirst().getX(),
                    way.getFirst().getY(),
                    way.getLast().getX(),
                    way.getLast().getY(),
                    new Pen(style.muted(), 0.75, LineStyle.SOLID));
        }
    }

    private void name(ScatterPoint point, Rectangle2D place) {
        var colour = point.reference() ? style.muted() : style.text();
        surface.text(
                point.label(),
                place.getMinX(),
                place.getMinY() + place.getHeight() / 2,
                new Lettering(style.small().getSize(), colour, HPos.LEFT, VPos.CENTER));
    }

    /** What a name must not cover of a point. */
    private Stream<Rectangle2D> obstacles(ScatterPoint point) {
        return Stream.of(
                around(point, FrozenScatter.RADIUS + CLEAR, 0, FrozenScatter.RADIUS + CLEAR, 0),
                around(point, CAP, point.xDeviation(), CAP, 0),
                around(point, CAP, 0, CAP, point.yDeviation()));
    }

    private Rectangle2D around(
            ScatterPoint point, double pixelsX, double deviationX, double pixelsY, double deviationY) {
        var halfX = Double.isFinite(deviationX) ? deviationX : 0;
        var halfY = Double.isFinite(deviationY) ? deviationY : 0;
        var left = axes.x(point.x() - halfX) - pixelsX;
        var top = axes.y(point.y() + halfY) - pixelsY;
        return new Rectangle2D(
                left,
                top,
                Math.max(0, axes.x(point.x() + halfX) + pixelsX - left),
                Math.max(0, axes.y(point.y() - halfY) + pixelsY - top));
    }

    private Color colour(ScatterPoint point) {
        return point.reference()
                ? style.muted()
                : SeriesPalette.colourBlindSafe().colour(point.paletteIndex(), style.theme());
    }
}
