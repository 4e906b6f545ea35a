package org.smoothbench.viz.chart;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
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
    private final List<Series> visible;

    /** Whether the plot is exactly the ranges, on whole pixels: what is drawn as a picture has no margin. */
    private final boolean exact;

    private PlotLayout(PlotModel model, TextMeter meter, boolean exact) {
        this.model = model;
        this.meter = meter;
        this.exact = exact;
        this.visible = model.visibleSeries();
    }

    static PlotFrame of(PlotModel model, TextMeter meter, Rectangle2D bounds) {
        return new PlotLayout(model, meter, false).frame(bounds);
    }

    /** A plot that ends where its ranges end, its corners on whole pixels. */
    static PlotFrame exactly(PlotModel model, TextMeter meter, Rectangle2D bounds) {
        return new PlotLayout(model, meter, true).frame(bounds);
    }

    private PlotFrame frame(Rectangle2D bounds) {
        var line = meter.lineHeight();
        var xIsLog = model.x.isLogarithmic();
        var fullX = AxisRange.fixed(model.x, () -> Extents.ofX(visible, xIsLog))
                .orElseGet(() -> Extents.ofX(visible, xIsLog));
        var shownX = AxisRange.zoomed(model.zoom.get(), fullX, xIsLog);
        var xCaption = caption(model.x, xIsLog ? LeftOut.byX(visible) : 0) + smoothingNote();
        var leftCaption = yCaption(AxisSide.LEFT);
        var rightCaption = yCaption(AxisSide.RIGHT);

        var head = leftCaption.isEmpty() && rightCaption.isEmpty() ? line / 2 : line + 2 * GAP;
        var foot = line + GAP + (xCaption.isEmpty() ? 0 : line + 2);
        var top = exact ? Math.ceil(bounds.getMinY() + head) : bounds.getMinY() + head;
        var plotHeight = length(bounds.getMaxY() - foot - top);
        var left = yAxis(AxisSide.LEFT, shownX, top, plotHeight, leftCaption);
        var right = yAxis(AxisSide.RIGHT, shownX, top, plotHeight, rightCaption);

        var afterLabels = bounds.getMinX() + (left == null ? GAP : widestLabel(left.ticks()) + GAP);
        var start = exact ? Math.ceil(afterLabels) : afterLabels;
        // Half of the last x label stands right of the plot.
        var end = Math.max(right == null ? 0 : widestLabel(right.ticks()) + GAP, meter.width("000") / 2 + GAP);
        var plotWidth = length(bounds.getMaxX() - start - end);
        var inset = exact ? 0 : Math.min(X_INSET, plotWidth / 4);
        var xScale = Scale.of(model.x, shownX, start + inset, start + plotWidth - inset);
        var xTicks = ticks(model.x, shownX, (int) (plotWidth / PIXELS_PER_X_TICK));
        return new PlotFrame(
                bounds,
                new Rectangle2D(start, top, plotWidth, plotHeight),
                fullX,
                new PlotAxis(model.x, xScale, xTicks, xCaption),
                left,
                right,
                visible,
                model.smoothedSeries(),
                model.marks.stream().filter(mark -> shownX.contains(mark.x())).toList(),
                visible.stream().filter(model.highlighted::contains).collect(Collectors.toUnmodifiableSet()));
    }

    private double length(double room) {
        return Math.max(SMALLEST_PLOT, exact ? Math.floor(room) : room);
    }

    /** Smoothed lines are not what was measured, so a picture of them says so. */
    private String smoothingNote() {
        return model.smoothing.get() > 0
                ? " · smoothed with weight " + Numbers.weight(model.weight()) + ", measured values faint"
                : "";
    }

    private @Nullable PlotAxis yAxis(AxisSide side, Range shownX, double top, double plotHeight, String caption) {
        if (!model.shows(side)) {
            return null;
        }
        var axis = model.y(side);
        var most = Math.max(2, (int) (plotHeight / PIXELS_PER_Y_TICK));
        var fixed = AxisRange.fixed(axis, () -> data(side, shownX));
        var range = fixed.orElseGet(() -> rounded(axis, data(side, shownX), most));
        var scale = Scale.of(axis, range, top + plotHeight, top);
        return new PlotAxis(axis, scale, ticks(axis, range, most), caption);
    }

    private Range data(AxisSide side, Range shownX) {
        return Extents.ofY(seriesAt(side), shownX, model.y(side));
    }

    static Range rounded(Axis axis, Range data, int most) {
        return axis.isLogarithmic()
                ? LogTicks.around(data)
                : Ticks.around(data, most, axis.smallestStepProperty().get()).span();
    }

    private static TickRow ticks(Axis axis, Range range, int most) {
        var smallestStep = axis.smallestStepProperty().get();
        var notation = axis.notationProperty().get();
        if (axis.isLogarithmic()) {
            return LogTicks.within(range, most, smallestStep);
        }
        return notation == Notation.NUMBER
                ? Ticks.within(range, most, smallestStep)
                : TimeTicks.within(range, most, notation, ZoneId.systemDefault());
    }

    private List<Series> seriesAt(AxisSide side) {
        return visible.stream().filter(one -> one.side() == side).toList();
    }

    private String yCaption(AxisSide side) {
        if (!model.shows(side)) {
            return "";
        }
        var axis = model.y(side);
        return caption(axis, axis.isLogarithmic() ? LeftOut.byY(seriesAt(side)) : 0);
    }

    /** What the axis is, and what a reader of its lines has to know. */
    private static String caption(Axis axis, long leftOut) {
        // On a logarithmic axis even times are numbers.
        var caption = axis.isLogarithmic() ? axis.dataCaption() : axis.caption();
        if (axis.isLogarithmic()) {
            caption += caption.isEmpty() ? "log scale" : ", log scale";
        }
        if (leftOut > 0) {
            caption += " · " + leftOut + (leftOut == 1 ? " point" : " points") + " ≤ 0 left out";
        }
        return caption;
    }

    private double widestLabel(TickRow ticks) {
        var widest = 0.0;
        for (var i = 0; i < ticks.count(); i++) {
            widest = Math.max(widest, meter.width(ticks.label(i)));
        }
        return widest;
    }
}
