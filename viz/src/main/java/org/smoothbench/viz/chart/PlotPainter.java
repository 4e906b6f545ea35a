package org.smoothbench.viz.chart;

import java.util.Comparator;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.PlotFrame.PlotAxis;
import org.smoothbench.viz.palette.SeriesPalette;

/** Draws a frame: grid, axes, captions and lines. */
final class PlotPainter {
    static final double DOT_RADIUS = 3;
    static final double LINE_WIDTH = 2;

    /** A line of noise this dense is a band; drawn thin, it shows more of its shape. */
    private static final double DENSE_POINTS_PER_PIXEL = 2;

    private static final double DENSE_LINE_WIDTH = 1;

    /** Below this many points each is marked, so that a run of three epochs shows three measurements. */
    private static final int MOST_DOTS = 60;
    /** Far outside any surface, yet near enough for the renderer's single precision. */
    private static final double FARTHEST_PIXEL = 1e6;

    private static final double TICK_LENGTH = 4;

    private final GraphicsContext g;
    private final PlotFrame frame;
    private final ChartStyle style;

    PlotPainter(GraphicsContext g, PlotFrame frame, ChartStyle style) {
        this.g = g;
        this.frame = frame;
        this.style = style;
    }

    void paint(SeriesPalette palette, String emptyText) {
        g.save();
        g.setFont(style.small());
        g.setTextBaseline(VPos.CENTER);
        paintGrid();
        paintXAxis();
        paintYAxis(frame.left(), frame.area().getMinX() - PlotLayout.GAP, TextAlignment.RIGHT);
        paintYAxis(frame.right(), frame.area().getMaxX() + PlotLayout.GAP, TextAlignment.LEFT);
        if (frame.hasPoints()) {
            paintLines(palette);
        } else {
            paintEmpty(emptyText);
        }
        g.restore();
    }

    private void paintGrid() {
        g.setStroke(style.grid());
        g.setLineWidth(1);
        var carrier = frame.left() == null ? frame.right() : frame.left();
        if (carrier != null) {
            for (var i = 0; i < carrier.ticks().count(); i++) {
                var y = crisp(carrier.scale().pixel(carrier.ticks().value(i)));
                g.strokeLine(frame.area().getMinX(), y, frame.area().getMaxX(), y);
            }
        }
    }

    private void paintXAxis() {
        var area = frame.area();
        var ticks = frame.x().ticks();
        var bottom = crisp(area.getMaxY());
        g.setStroke(style.muted());
        g.setFill(style.muted());
        g.strokeLine(area.getMinX(), bottom, area.getMaxX(), bottom);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (var i = 0; i < ticks.count() && isMeant(frame.x().axis()); i++) {
            var x = crisp(frame.x().scale().pixel(ticks.value(i)));
            g.strokeLine(x, bottom, x, bottom + TICK_LENGTH);
            g.fillText(ticks.label(i), x, area.getMaxY() + PlotLayout.GAP);
        }
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(
                frame.x().axis().caption(),
                (area.getMinX() + area.getMaxX()) / 2,
                g.getCanvas().getHeight());
    }

    private void paintYAxis(@Nullable PlotAxis axis, double labelX, TextAlignment alignment) {
        if (axis == null) {
            return;
        }
        g.setFill(style.muted());
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
        for (var i = 0; i < axis.ticks().count() && isMeant(axis.axis()); i++) {
            g.fillText(
                    axis.ticks().label(i),
                    labelX,
                    axis.scale().pixel(axis.ticks().value(i)));
        }
        // Captions lie flat above their axis: upright text is slow to read.
        g.setTextBaseline(VPos.TOP);
        var isLeft = alignment == TextAlignment.RIGHT;
        g.setTextAlign(isLeft ? TextAlignment.LEFT : TextAlignment.RIGHT);
        g.fillText(axis.axis().caption(), isLeft ? 0 : g.getCanvas().getWidth(), 0);
    }

    /** Without data the numbers of an axis that follows them would be made up. */
    private boolean isMeant(Axis axis) {
        return frame.hasPoints() || axis.fixedRangeProperty().get() != null;
    }

    private void paintLines(SeriesPalette palette) {
        var area = frame.area();
        var overhang = DOT_RADIUS + 1;
        g.save();
        g.beginPath();
        g.rect(area.getMinX(), area.getMinY() - overhang, area.getWidth(), area.getHeight() + 2 * overhang);
        g.clip();
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        // The densest first: on top it would hide the others.
        var back = frame.series().stream()
                .sorted(Comparator.comparingInt(Series::size).reversed())
                .toList();
        for (var one : back) {
            g.setStroke(palette.colour(one.paletteIndex(), style.theme()));
            g.setFill(palette.colour(one.paletteIndex(), style.theme()));
            paintLine(one);
        }
        g.restore();
    }

    private void paintLine(Series one) {
        var xScale = frame.x().scale();
        var yScale = frame.yScale(one);
        var dense = one.size() > DENSE_POINTS_PER_PIXEL * frame.area().getWidth();
        g.setLineWidth(dense ? DENSE_LINE_WIDTH : LINE_WIDTH);
        g.setLineDashes(one.lineStyle().dashes());
        g.beginPath();
        Decimator.outline(one, xScale, yScale, new CanvasPath());
        g.stroke();
        if (one.size() < MOST_DOTS) {
            for (var i = 0; i < one.size(); i++) {
                if (one.isDrawn(i)) {
                    dot(xScale.pixel(one.x(i)), yScale.pixel(one.y(i)));
                }
            }
        }
    }

    private void paintEmpty(String text) {
        var area = frame.area();
        g.setFill(style.muted());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, (area.getMinX() + area.getMaxX()) / 2, (area.getMinY() + area.getMaxY()) / 2);
    }

    private void dot(double x, double y) {
        g.fillOval(x - DOT_RADIUS, y - DOT_RADIUS, 2 * DOT_RADIUS, 2 * DOT_RADIUS);
    }

    /** A line one pixel wide is sharp only in the middle of a pixel. */
    private static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }

    private static double near(double pixel) {
        return Math.max(-FARTHEST_PIXEL, Math.min(FARTHEST_PIXEL, pixel));
    }

    private final class CanvasPath implements PathSink {
        @Override
        public void moveTo(double x, double y) {
            g.moveTo(near(x), near(y));
        }

        @Override
        public void lineTo(double x, double y) {
            g.lineTo(near(x), near(y));
        }

        @Override
        public void lonelyPoint(double x, double y) {
            dot(x, y);
        }
    }
}
