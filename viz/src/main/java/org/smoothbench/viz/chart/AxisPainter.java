package org.smoothbench.viz.chart;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.PlotFrame.PlotAxis;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;

/** Draws the grid, the ticks and the captions of a frame. */
final class AxisPainter {
    private static final double TICK_LENGTH = 4;
    /** How much of the grid's colour the lines between labelled ones keep. */
    private static final double MINOR_OPACITY = 0.5;

    private final Surface surface;
    private final PlotFrame frame;
    private final ChartStyle style;

    AxisPainter(Surface surface, PlotFrame frame, ChartStyle style) {
        this.surface = surface;
        this.frame = frame;
        this.style = style;
    }

    void paint() {
        paintGrid();
        paintXAxis();
        paintYAxis(frame.left(), frame.area().getMinX() - PlotLayout.GAP, HPos.RIGHT);
        paintYAxis(frame.right(), frame.area().getMaxX() + PlotLayout.GAP, HPos.LEFT);
    }

    private void paintGrid() {
        var carrier = frame.left() == null ? frame.right() : frame.left();
        if (carrier != null) {
            carrier.ticks().minor().forEach(value -> horizontal(carrier, value, minorColour()));
        }
        if (frame.x().axis().isLogarithmic()) {
            frame.x().ticks().minor().forEach(value -> vertical(value, minorColour()));
            for (var i = 0; i < frame.x().ticks().count(); i++) {
                vertical(frame.x().ticks().value(i), style.grid());
            }
        }
        if (carrier != null) {
            for (var i = 0; i < carrier.ticks().count(); i++) {
                horizontal(carrier, carrier.ticks().value(i), style.grid());
            }
        }
    }

    private Color minorColour() {
        return style.grid().deriveColor(0, 1, 1, MINOR_OPACITY);
    }

    private void horizontal(PlotAxis axis, double value, Color colour) {
        var y = crisp(axis.scale().pixel(value));
        surface.line(frame.area().getMinX(), y, frame.area().getMaxX(), y, hairline(colour));
    }

    private void vertical(double value, Color colour) {
        var x = crisp(frame.x().scale().pixel(value));
        surface.line(x, frame.area().getMinY(), x, frame.area().getMaxY(), hairline(colour));
    }

    private void paintXAxis() {
        var area = frame.area();
        var ticks = frame.x().ticks();
        var bottom = crisp(area.getMaxY());
        surface.line(area.getMinX(), bottom, area.getMaxX(), bottom, hairline(style.muted()));
        for (var i = 0; i < ticks.count() && isMeant(frame.x().axis()); i++) {
            var x = crisp(frame.x().scale().pixel(ticks.value(i)));
            surface.line(x, bottom, x, bottom + TICK_LENGTH, hairline(style.muted()));
            surface.text(ticks.label(i), x, area.getMaxY() + PlotLayout.GAP, muted(HPos.CENTER, VPos.TOP));
        }
        var middle = (area.getMinX() + area.getMaxX()) / 2;
        surface.text(frame.x().caption(), middle, frame.bounds().getMaxY(), muted(HPos.CENTER, VPos.BOTTOM));
    }

    private void paintYAxis(@Nullable PlotAxis axis, double labelX, HPos alignment) {
        if (axis == null) {
            return;
        }
        for (var i = 0; i < axis.ticks().count() && isMeant(axis.axis()); i++) {
            var y = axis.scale().pixel(axis.ticks().value(i));
            surface.text(axis.ticks().label(i), labelX, y, muted(alignment, VPos.CENTER));
        }
        // Captions lie flat above their axis: upright text is slow to read.
        var isLeft = alignment == HPos.RIGHT;
        surface.text(
                axis.caption(),
                isLeft ? frame.bounds().getMinX() : frame.bounds().getMaxX(),
                frame.bounds().getMinY(),
                muted(isLeft ? HPos.LEFT : HPos.RIGHT, VPos.TOP));
    }

    /** Without data the numbers of an axis that follows them would be made up. */
    private boolean isMeant(Axis axis) {
        return frame.hasPoints() || axis.fixedRangeProperty().get() != null;
    }

    private Lettering muted(HPos horizontal, VPos vertical) {
        return new Lettering(style.small().getSize(), style.muted(), horizontal, vertical);
    }

    private static Pen hairline(Color colour) {
        return new Pen(colour, 1, LineStyle.SOLID);
    }

    /** A line one pixel wide is sharp only in the middle of a pixel. */
    private static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
