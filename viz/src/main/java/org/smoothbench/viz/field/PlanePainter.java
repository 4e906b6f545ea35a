package org.smoothbench.viz.field;

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

/** Draws what lies in the plane over any colours: light with a dark edge. */
final class PlanePainter {
    static final Color INK = Color.web("#0d1117");
    static final Color PAPER = Color.WHITE;
    static final double HANDLE = 5;

    private static final double EDGE = 1.6;
    private static final double MARKER = 5;
    private static final double DOT = 2.2;
    private static final int CIRCLE = 64;
    private static final double RING_OPACITY = 0.5;

    private final Surface surface;
    private final PlotAxes axes;
    private final ChartStyle style;

    PlanePainter(Surface surface, PlotAxes axes, ChartStyle style) {
        this.surface = surface;
        this.axes = axes;
        this.style = style;
    }

    void paint(FieldContent content) {
        if (content.budget() > 0) {
            diamond(content.budget());
        }
        var section = content.section();
        if (section != null) {
            section(section);
        }
        var path = content.path();
        if (path != null) {
            path(path);
        }
        content.marks().forEach(this::mark);
    }

    private void diamond(double budget) {
        double[] xs = {axes.x(budget), axes.x(0), axes.x(-budget), axes.x(0), axes.x(budget)};
        double[] ys = {axes.y(0), axes.y(budget), axes.y(0), axes.y(-budget), axes.y(0)};
        surface.line(xs, ys, xs.length, new Pen(INK.deriveColor(0, 1, 1, 0.45), 2.6, LineStyle.SOLID));
        surface.line(xs, ys, xs.length, new Pen(PAPER, 1.3, LineStyle.DASHED));
    }

    private void section(SectionLine line) {
        double[] xs = {axes.x(line.fromX()), axes.x(line.toX())};
        double[] ys = {axes.y(line.fromY()), axes.y(line.toY())};
        edged(xs, ys, 1.8);
        end("A", xs[0], ys[0], xs[0] - xs[1], ys[0] - ys[1]);
        end("B", xs[1], ys[1], xs[1] - xs[0], ys[1] - ys[0]);
    }

    private void end(String name, double x, double y, double outX, double outY) {
        surface.disc(x, y, HANDLE + EDGE, INK);
        surface.disc(x, y, HANDLE, PAPER);
        // Beyond the end, or beside it where the plot is over.
        var length = Math.max(1, Math.hypot(outX, outY));
        var away = 2.6 * HANDLE;
        var placeX = x + away * outX / length;
        var placeY = y + away * outY / length;
        var isInside = axes.area().contains(around(placeX, placeY, 2 * HANDLE));
        if (!isInside) {
            placeX = x - away * outX / length + away * outY / length;
            placeY = y - away * outY / length - away * outX / length;
        }
        name(name, placeX, placeY, HPos.CENTER);
    }

    private void path(PlanePath path) {
        var steps = path.steps();
        var xs = steps.stream().mapToDouble(step -> axes.x(step.x())).toArray();
        var ys = steps.stream().mapToDouble(step -> axes.y(step.y())).toArray();
        for (var i = 0; i < xs.length; i++) {
            ring(xs[i], ys[i], Math.abs(axes.x(steps.get(i).offPlane()) - axes.x(0)));
        }
        if (xs.length > 1) {
            edged(xs, ys, 1.6);
        }
        for (var i = 0; i < xs.length; i++) {
            surface.disc(xs[i], ys[i], DOT + EDGE, INK);
            surface.disc(xs[i], ys[i], DOT, PAPER);
        }
    }

    /** As wide as the step is off the plane. */
    private void ring(double x, double y, double radius) {
        if (radius < DOT + EDGE) {
            return;
        }
        var xs = new double[CIRCLE + 1];
        var ys = new double[CIRCLE + 1];
        for (var i = 0; i <= CIRCLE; i++) {
            xs[i] = x + radius * Math.cos(2 * Math.PI * i / CIRCLE);
            ys[i] = y + radius * Math.sin(2 * Math.PI * i / CIRCLE);
        }
        surface.line(xs, ys, CIRCLE + 1, new Pen(PAPER.deriveColor(0, 1, 1, RING_OPACITY), 1, LineStyle.DOTTED));
    }

    private void mark(PlaneMark mark) {
        var x = axes.x(mark.x());
        var y = axes.y(mark.y());
        mark.marker().fill(surface, x, y, MARKER + EDGE, INK);
        mark.marker().fill(surface, x, y, MARKER, PAPER);
        if (!mark.name().isEmpty()) {
            var width = surface.meter(style.small().getSize()).width(mark.name());
            var right = x + MARKER + 6;
            var fits = right + width + 3 <= axes.area().getMaxX();
            name(mark.name(), fits ? right : x - MARKER - 6 - width, y, HPos.LEFT);
        }
    }

    private void name(String name, double x, double y, HPos position) {
        var size = style.small().getSize();
        var meter = surface.meter(size);
        var width = meter.width(name) + 6;
        var height = meter.lineHeight();
        var left = position == HPos.CENTER ? x - width / 2 : x - 3;
        surface.box(new Rectangle2D(left, y - height / 2, width, height), 4, INK.deriveColor(0, 1, 1, 0.62));
        surface.text(name, left + 3, y, new Lettering(size, PAPER, HPos.LEFT, VPos.CENTER));
    }

    private void edged(double[] xs, double[] ys, double width) {
        surface.line(xs, ys, xs.length, new Pen(INK.deriveColor(0, 1, 1, 0.7), width + 2 * EDGE, LineStyle.SOLID));
        surface.line(xs, ys, xs.length, new Pen(PAPER, width, LineStyle.SOLID));
    }

    private static Rectangle2D around(double x, double y, double radius) {
        return new Rectangle2D(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
