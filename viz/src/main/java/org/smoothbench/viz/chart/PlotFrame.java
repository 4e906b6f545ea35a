package org.smoothbench.viz.chart;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Everything a painter needs to know about one moment of a chart, in the pixels of its surface.
 *
 * @param bounds what plot, axes and captions share
 * @param area the plot between the axes
 * @param fullX what the x axis shows when not zoomed
 * @param left null if no series is read from the left axis
 * @param right null if no series is read from the right axis
 * @param series the visible ones, in the order of the legend
 * @param smoothed what is drawn over them, by series; empty while nothing is smoothed
 * @param marks the events in the shown part of the x axis
 * @param highlighted the visible series that the others stand back behind; empty for none
 */
record PlotFrame(
        Rectangle2D bounds,
        Rectangle2D area,
        Range fullX,
        PlotAxis x,
        @Nullable PlotAxis left,
        @Nullable PlotAxis right,
        List<Series> series,
        Map<Series, Smoothed> smoothed,
        List<EventMark> marks,
        Set<Series> highlighted) {

    /** An axis with its place, its ticks and what is written beside it. */
    record PlotAxis(Axis axis, Scale scale, TickRow ticks, String caption) {}

    /** Whether any visible series has a point to draw. */
    boolean hasPoints() {
        return series.stream().anyMatch(this::hasPlacedPoint);
    }

    /** Whether any visible series has a point at all, perhaps without a place on a logarithmic axis. */
    boolean hasMeasurements() {
        return series.stream().anyMatch(PlotFrame::hasDrawnPoint);
    }

    /** Whether a series is drawn faint, because another one is highlighted. */
    boolean standsBack(Series one) {
        return !highlighted.isEmpty() && !highlighted.contains(one);
    }

    Scale yScale(Series one) {
        return plotAxis(one).scale();
    }

    Axis yAxis(Series one) {
        return plotAxis(one).axis();
    }

    private PlotAxis plotAxis(Series one) {
        var axis = one.side() == AxisSide.LEFT ? left : right;
        if (axis == null) {
            throw new IllegalStateException("no " + one.side() + " axis was laid out for \"" + one.name() + "\"");
        }
        return axis;
    }

    private boolean hasPlacedPoint(Series one) {
        var yScale = yScale(one);
        for (var i = one.size() - 1; i >= 0; i--) {
            if (one.isDrawn(i) && x.scale().hasPlaceFor(one.x(i)) && yScale.hasPlaceFor(one.y(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDrawnPoint(Series one) {
        for (var i = one.size() - 1; i >= 0; i--) {
            if (one.isDrawn(i)) {
                return true;
            }
        }
        return false;
    }
}
