package org.smoothbench.viz.chart;

import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.PlotFrame.PlotAxis;

/** Divides a surface into plot, axes and captions, and chooses ranges and ticks that fit. */
final class PlotLayout {
    /** Between a plot and its tick labels. */
    static final double GAP = 6;
    /** Keeps the first and the last point off the edges. */
    private static final double X_INSET = 8;

    private static final double PIXELS_PER_X_TICK = 84;
    private static final double PIXELS_PER_Y_TICK = 42;
    private static final double SMALLEST_PLOT = 10;

    private final PlotModel model;
    private final TextMeter meter;

    private PlotLayout(PlotModel model, TextMeter meter) {
        this.model = model;
        this.meter = meter;
    }

    static PlotFrame of(PlotModel model, TextMeter meter, double width, double height) {
        return new PlotLayout(model, meter).frame(width, height);
    }

    private PlotFrame frame(double width, double height) {
        var line = meter.lineHeight();
        var visible = model.visibleSeries();
        var fixedX = model.x.fixedRangeProperty().get();
        var fullX = fixedX == null ? Extents.ofX(visible) : fixedX;
        var zoom = model.zoom.get();
        var shownX = zoom == null ? fullX : zoom;

        var top = hasYCaption() ? line + 2 * GAP : line / 2;
        var bottom = line + GAP + (model.x.caption().isEmpty() ? 0 : line + 2);
        var plotHeight = Math.max(SMALLEST_PLOT, height - top - bottom);
        var left = yAxis(AxisSide.LEFT, shownX, top, plotHeight);
        var right = yAxis(AxisSide.RIGHT, shownX, top, plotHeight);

        var start = left == null ? GAP : widestLabel(left.ticks()) + GAP;
        // Half of the last x label stands right of the plot.
        var end = Math.max(right == null ? 0 : widestLabel(right.ticks()) + GAP, meter.width("000") / 2 + GAP);
        var plotWidth = Math.max(SMALLEST_PLOT, width - start - end);
        var inset = Math.min(X_INSET, plotWidth / 4);
        var xScale = new LinearScale(shownX, start + inset, start + plotWidth - inset);
        var xTicks = Ticks.within(
                shownX,
                (int) (plotWidth / PIXELS_PER_X_TICK),
                model.x.smallestStepProperty().get());
        return new PlotFrame(
                new Rectangle2D(start, top, plotWidth, plotHeight),
                fullX,
                new PlotAxis(model.x, xScale, xTicks),
                left,
                right,
                visible);
    }

    private boolean hasYCaption() {
        return (model.shows(AxisSide.LEFT) && !model.left.caption().isEmpty())
                || (model.shows(AxisSide.RIGHT) && !model.right.caption().isEmpty());
    }

    private @Nullable PlotAxis yAxis(AxisSide side, Range shownX, double top, double plotHeight) {
        if (!model.shows(side)) {
            return null;
        }
        var axis = model.y(side);
        var most = Math.max(2, (int) (plotHeight / PIXELS_PER_Y_TICK));
        var smallestStep = axis.smallestStepProperty().get();
        var fixed = axis.fixedRangeProperty().get();
        if (fixed != null) {
            var scale = new LinearScale(fixed, top + plotHeight, top);
            return new PlotAxis(axis, scale, Ticks.within(fixed, most, smallestStep));
        }
        var series =
                model.visibleSeries().stream().filter(one -> one.side() == side).toList();
        var ticks = Ticks.around(Extents.ofY(series, shownX), most, smallestStep);
        return new PlotAxis(axis, new LinearScale(ticks.span(), top + plotHeight, top), ticks);
    }

    private double widestLabel(Ticks ticks) {
        var widest = 0.0;
        for (var i = 0; i < ticks.count(); i++) {
            widest = Math.max(widest, meter.width(ticks.label(i)));
        }
        return widest;
    }
}
