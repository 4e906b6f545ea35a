package org.smoothbench.viz.chart;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;

/** Draws the legend where its switches cannot be: names beside samples of their lines, from left to right. */
final class LegendPainter {
    private static final double SAMPLE_LENGTH = 22;
    private static final double GAP = 6;
    private static final double COLUMN_GAP = 16;
    private static final double ROW_GAP = 4;

    private final Surface surface;
    private final PlotModel model;
    private final ChartStyle style;
    private final TextMeter meter;

    LegendPainter(Surface surface, PlotModel model, ChartStyle style) {
        this.surface = surface;
        this.model = model;
        this.style = style;
        this.meter = surface.meter(style.small().getSize());
    }

    /** Draws the visible series and says how much height that took. */
    double paint(Rectangle2D area) {
        List<Series> series = model.visibleSeries();
        if (series.isEmpty()) {
            return 0;
        }
        var rowHeight = meter.lineHeight() + ROW_GAP;
        var x = area.getMinX();
        var y = area.getMinY() + rowHeight / 2;
        for (var one : series) {
            var width = SAMPLE_LENGTH + GAP + meter.width(model.legendText(one));
            if (x > area.getMinX() && x + width > area.getMaxX()) {
                x = area.getMinX();
                y += rowHeight;
            }
            paintEntry(one, x, y);
            x += width + COLUMN_GAP;
        }
        return y + rowHeight / 2 - area.getMinY();
    }

    private void paintEntry(Series one, double x, double y) {
        var colour = model.palette.get().colour(one.paletteIndex(), style.theme());
        surface.line(x, y, x + SAMPLE_LENGTH, y, new Pen(colour, LinePainter.LINE_WIDTH, one.lineStyle()));
        surface.text(
                model.legendText(one),
                x + SAMPLE_LENGTH + GAP,
                y,
                new Lettering(style.small().getSize(), style.text(), HPos.LEFT, VPos.CENTER));
    }
}
