package org.smoothbench.viz.chart;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.Surface.Lettering;

/** What a drawing is about, above it. */
public final class Heading {
    private Heading() {}

    /** The size of its letters. */
    public static double size(ChartStyle style) {
        return style.small().getSize() / ChartStyle.SMALL;
    }

    /**
     * Writes a title.
     *
     * @param title empty for none
     * @param left where it begins
     * @param top its upper edge
     * @param gap what stays free below it
     * @return what it takes with the gap below it; 0 without one
     */
    public static double paint(Surface surface, ChartStyle style, String title, double left, double top, double gap) {
        if (title.isEmpty()) {
            return 0;
        }
        var size = size(style);
        surface.text(title, left, top, new Lettering(size, style.text(), HPos.LEFT, VPos.TOP));
        return surface.meter(size).lineHeight() + gap;
    }
}
