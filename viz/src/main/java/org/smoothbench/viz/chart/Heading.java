package org.smoothbench.viz.chart;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.Surface.Lettering;

/** What a drawing is about, above it. */
public final class Heading {
    private Heading() {}

    /** What a title takes, in several lines if it is long, with a gap below it; 0 for an empty one. */
    public static double height(Surface surface, ChartStyle style, String title, double width, double gap) {
        var meter = surface.meter(size(style));
        return title.isEmpty() ? 0 : TextLines.wrapped(title, meter, width).size() * meter.lineHeight() + gap;
    }

    /**
     * Writes a title.
     *
     * @param title empty for none
     * @param bounds where it begins, and how wide it may be
     * @param gap what stays free below it
     * @return what it takes, see {@link #height}
     */
    public static double paint(Surface surface, ChartStyle style, String title, Rectangle2D bounds, double gap) {
        var size = size(style);
        var meter = surface.meter(size);
        var y = bounds.getMinY();
        for (var line : TextLines.wrapped(title, meter, bounds.getWidth())) {
            surface.text(line, bounds.getMinX(), y, new Lettering(size, style.text(), HPos.LEFT, VPos.TOP));
            y += meter.lineHeight();
        }
        return height(surface, style, title, bounds.getWidth(), gap);
    }

    private static double size(ChartStyle style) {
        return style.small().getSize() / ChartStyle.SMALL;
    }
}
