package org.smoothbench.viz.chart;

import javafx.geometry.Rectangle2D;
import org.smoothbench.viz.chart.Surface.Pen;

/** Two axes laid out on a surface, for charts of other kinds than lines. Any thread, if the axes do not change meanwhile. */
public final class PlotAxes {
    private final PlotFrame frame;
    private final Surface surface;
    private final ChartStyle style;

    private PlotAxes(PlotFrame frame, Surface surface, ChartStyle style) {
        this.frame = frame;
        this.surface = surface;
        this.style = style;
    }

    /**
     * Lays two axes out.
     *
     * @param xData what the horizontal axis has to hold, unless it is fixed
     * @param yData what the vertical axis has to hold, unless it is fixed
     * @param bounds what plot, axes and captions share
     */
    public static PlotAxes of(
            Axis x, Axis y, Range xData, Range yData, Rectangle2D bounds, Surface surface, ChartStyle style) {
        var model = new PlotModel();
        model.x.copyFrom(x);
        model.left.copyFrom(y);
        if (x.fixedRangeProperty().get() == null) {
            model.x.setFixedRange(PlotLayout.rounded(x, xData, 8));
        }
        if (y.fixedRangeProperty().get() == null) {
            model.left.setFixedRange(PlotLayout.rounded(y, yData, 6));
        }
        var frame = PlotLayout.of(model, surface.meter(style.small().getSize()), bounds);
        return new PlotAxes(frame, surface, style);
    }

    /**
     * Lays two axes out about exactly two ranges, the plot's corners on whole pixels. Room that is left over stays right and
     * below.
     *
     * @param alike whether a unit is as long across as it is up
     */
    public static PlotAxes exactly(
            Axis x,
            Axis y,
            Range xRange,
            Range yRange,
            boolean alike,
            Rectangle2D bounds,
            Surface surface,
            ChartStyle style) {
        var model = new PlotModel();
        model.x.copyFrom(x);
        model.left.copyFrom(y);
        model.x.setFixedRange(xRange);
        model.left.setFixedRange(yRange);
        var meter = surface.meter(style.small().getSize());
        var frame = PlotLayout.exactly(model, meter, bounds);
        if (alike) {
            // First too high a plot, which may change its labels and with them its width; then too wide a one, which
            // does not.
            var high = frame.area().getHeight() - frame.area().getWidth() * yRange.width() / xRange.width();
            frame = PlotLayout.exactly(model, meter, smaller(bounds, 0, Math.max(0, high)));
            var wide = frame.area().getWidth() - frame.area().getHeight() * xRange.width() / yRange.width();
            frame = PlotLayout.exactly(model, meter, smaller(frame.bounds(), Math.max(0, wide), 0));
        }
        return new PlotAxes(frame, surface, style);
    }

    private static Rectangle2D smaller(Rectangle2D bounds, double width, double height) {
        return new Rectangle2D(
                bounds.getMinX(),
                bounds.getMinY(),
                Math.max(1, bounds.getWidth() - width),
                Math.max(1, bounds.getHeight() - height));
    }

    /** The plot between the axes, in pixels of the surface. */
    public Rectangle2D area() {
        return frame.area();
    }

    /** The pixel of a value on the horizontal axis. */
    public double x(double value) {
        return frame.x().scale().pixel(value);
    }

    /** The pixel of a value on the vertical axis. */
    public double y(double value) {
        var axis = frame.left();
        return axis == null ? Double.NaN : axis.scale().pixel(value);
    }

    /** What plot, axes and captions share. */
    public Rectangle2D bounds() {
        return frame.bounds();
    }

    /** The value on the horizontal axis at a pixel. */
    public double xAt(double pixel) {
        return frame.x().scale().value(pixel);
    }

    /** The value on the vertical axis at a pixel. */
    public double yAt(double pixel) {
        var axis = frame.left();
        return axis == null ? Double.NaN : axis.scale().value(pixel);
    }

    /** Draws grid, axes and captions. */
    public void paint() {
        var ticks = frame.x().ticks();
        for (var i = 0; i < ticks.count(); i++) {
            var x = Math.floor(frame.x().scale().pixel(ticks.value(i))) + 0.5;
            surface.line(x, area().getMinY(), x, area().getMaxY(), new Pen(style.grid(), 1, LineStyle.SOLID));
        }
        new AxisPainter(surface, frame, style).paint();
    }
}
