package org.smoothbench.viz.surface;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;

/** Writes what stands still around a surface: title, labelled colours, caption. */
final class FramePainter {
    private static final double TICK = 3;

    private final Surface surface;
    private final SurfaceModel model;
    private final SurfaceLayout layout;
    private final ChartStyle style;
    private final double size;

    FramePainter(Surface surface, SurfaceModel model, SurfaceLayout layout, ChartStyle style) {
        this.surface = surface;
        this.model = model;
        this.layout = layout;
        this.style = style;
        this.size = style.small().getSize();
    }

    void paint(double width, double height) {
        var words = model.words();
        surface.text(
                words.title(),
                SurfaceLayout.PADDING,
                SurfaceLayout.PADDING,
                new Lettering(size * 1.12, style.text(), HPos.LEFT, VPos.TOP));
        if (layout.classes().isEmpty()) {
            bar(width);
        } else {
            legend();
        }
        var line = surface.meter(size).lineHeight();
        var top = height - SurfaceLayout.PADDING - layout.caption().size() * line;
        for (var i = 0; i < layout.caption().size(); i++) {
            surface.text(layout.caption().get(i), SurfaceLayout.PADDING, top + i * line, muted(HPos.LEFT, VPos.TOP));
        }
    }

    private void bar(double width) {
        var bar = layout.bar();
        var colours = model.scale().map().colours();
        // Each strip reaches down to the end, so that no seam shows between them.
        for (var i = colours.size() - 1; i >= 0; i -= 2) {
            var top = bar.getMinY() + bar.getHeight() * (colours.size() - 1 - i) / colours.size();
            surface.box(new Rectangle2D(bar.getMinX(), top, bar.getWidth(), bar.getMaxY() - top), 0, colours.get(i));
        }
        for (var i = 0; i < layout.ticks().count(); i++) {
            var share = model.scale().share(layout.ticks().value(i));
            var y = bar.getMaxY() - share * bar.getHeight();
            var pen = new Pen(style.muted(), 1, LineStyle.SOLID);
            surface.line(bar.getMaxX(), y, bar.getMaxX() + TICK, y, pen);
            surface.text(layout.ticks().label(i), bar.getMaxX() + SurfaceLayout.GAP, y, muted(HPos.LEFT, VPos.CENTER));
        }
        surface.text(
                model.words().value(),
                width - SurfaceLayout.PADDING,
                bar.getMinY() - SurfaceLayout.GAP,
                muted(HPos.RIGHT, VPos.BOTTOM));
    }

    private void legend() {
        var line = surface.meter(size).lineHeight() + 3;
        var look = SurfaceLook.of(style);
        var y = layout.bar().getMinY();
        for (var id : layout.classes()) {
            var swatch = new Rectangle2D(layout.bar().getMinX(), y, SurfaceLayout.SWATCH, SurfaceLayout.SWATCH);
            surface.box(swatch, 2, colour(look, id));
            surface.text(
                    model.words().className(id),
                    swatch.getMaxX() + SurfaceLayout.GAP,
                    y + SurfaceLayout.SWATCH / 2,
                    muted(HPos.LEFT, VPos.CENTER));
            y += line;
        }
    }

    private static Color colour(SurfaceLook look, int id) {
        return SurfaceLook.colour(look.classColour(id));
    }

    private Lettering muted(HPos horizontal, VPos vertical) {
        return new Lettering(size, style.muted(), horizontal, vertical);
    }
}
