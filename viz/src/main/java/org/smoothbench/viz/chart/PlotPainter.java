package org.smoothbench.viz.chart;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.palette.SeriesPalette;

/** Draws a frame: grid, axes, captions and lines. */
final class PlotPainter {
    private final Surface surface;
    private final PlotFrame frame;
    private final ChartStyle style;

    PlotPainter(Surface surface, PlotFrame frame, ChartStyle style) {
        this.surface = surface;
        this.frame = frame;
        this.style = style;
    }

    void paint(SeriesPalette palette, String emptyText) {
        new AxisPainter(surface, frame, style).paint();
        if (frame.hasPoints()) {
            new LinePainter(surface, frame, style, palette).paint();
            new MarkPainter(surface, style).paint(frame);
        } else {
            paintEmpty(frame.hasMeasurements() ? "no value above 0 for the log scale" : emptyText);
        }
    }

    private void paintEmpty(String text) {
        var area = frame.area();
        var x = (area.getMinX() + area.getMaxX()) / 2;
        var y = (area.getMinY() + area.getMaxY()) / 2;
        var size = style.small().getSize();
        var meter = surface.meter(size);
        var width = meter.width(text) + 2 * meter.lineHeight();
        var height = 2 * meter.lineHeight();
        // No line of the grid goes through the words.
        surface.box(new Rectangle2D(x - width / 2, y - height / 2, width, height), 0, style.background());
        surface.text(text, x, y, new Lettering(size, style.muted(), HPos.CENTER, VPos.CENTER));
    }
}
