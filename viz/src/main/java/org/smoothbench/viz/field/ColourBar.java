package org.smoothbench.viz.field;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;
import org.smoothbench.viz.chart.Ticks;

/** Draws a colour scale upright with its numbers. Lives as long as the surface it draws on. */
public final class ColourBar {
    private static final double WIDTH = 14;
    private static final double GAP = 6;
    private static final double PIXELS_PER_TICK = 42;
    private static final double TICK_LENGTH = 3;

    private final Surface surface;
    private final ColourScale scale;
    private final ChartStyle style;

    /** A bar on a surface. */
    public ColourBar(Surface surface, ColourScale scale, ChartStyle style) {
        this.surface = surface;
        this.scale = scale;
        this.style = style;
    }

    /** How wide bar and numbers are, for a bar of a height. */
    public double width(double height) {
        var ticks = ticks(height);
        var meter = surface.meter(style.small().getSize());
        var widest = 0.0;
        for (var i = 0; i < ticks.count(); i++) {
            widest = Math.max(widest, meter.width(ticks.label(i)));
        }
        return WIDTH + GAP + widest;
    }

    private Ticks ticks(double height) {
        return Ticks.within(scale.values(), Math.max(2, (int) (height / PIXELS_PER_TICK)), 0);
    }

    /** Draws it with the upper left corner of the bar at a place. */
    public void paint(double left, double top, double height) {
        var area = new Rectangle2D(Math.ceil(left), top, WIDTH, height);
        var steps = ColourMap.STEPS;
        surface.image(Raster.of(1, steps, (x, y) -> scale.map().argb((steps - 1 - y + 0.5) / steps)), area);
        var ticks = ticks(height);
        for (var i = 0; i < ticks.count(); i++) {
            var y = area.getMaxY() - scale.share(ticks.value(i)) * height;
            var crisp = Math.clamp(Math.floor(y), area.getMinY(), area.getMaxY() - 1) + 0.5;
            var pen = new Pen(style.muted(), 1, LineStyle.SOLID);
            surface.line(area.getMaxX(), crisp, area.getMaxX() + TICK_LENGTH, crisp, pen);
            surface.text(
                    ticks.label(i),
                    area.getMaxX() + GAP,
                    y,
                    new Lettering(style.small().getSize(), style.muted(), HPos.LEFT, VPos.CENTER));
        }
    }
}
