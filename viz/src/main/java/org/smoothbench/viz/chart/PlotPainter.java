package org.smoothbench.viz.chart;

import javafx.geometry.HPos;
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
        surface.text(
                text,
                (area.getMinX() + area.getMaxX()) / 2,
                (area.getMinY() + area.getMaxY()) / 2,
                new Lettering(style.small().getSize(), style.muted(), HPos.CENTER, VPos.CENTER));
    }
}
