package org.smoothbench.viz.surface;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Heading;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.field.ColourBar;
import org.smoothbench.viz.field.FieldView;

/** Writes what stands still around a surface: title, labelled colours, caption. */
final class FramePainter {
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
        var bounds = new Rectangle2D(
                SurfaceLayout.PADDING, SurfaceLayout.PADDING, SurfaceLayout.inner(width), Math.max(0, height));
        Heading.paint(surface, style, model.words().title(), bounds, SurfaceLayout.GAP);
        if (model.view() == FieldView.CLASSES) {
            legend();
        } else {
            bar(width);
        }
        var line = surface.meter(size).lineHeight();
        var top = height - SurfaceLayout.PADDING - layout.caption().size() * line;
        for (var i = 0; i < layout.caption().size(); i++) {
            surface.text(layout.caption().get(i), SurfaceLayout.PADDING, top + i * line, muted(HPos.LEFT, VPos.TOP));
        }
    }

    private void bar(double width) {
        var bar = layout.bar();
        new ColourBar(surface, model.scale(), style).paint(bar.getMinX(), bar.getMinY(), bar.getHeight());
        surface.text(
                model.words().value(),
                width - SurfaceLayout.PADDING,
                bar.getMinY() - SurfaceLayout.GAP,
                muted(HPos.RIGHT, VPos.BOTTOM));
    }

    private void legend() {
        var line = surface.meter(size).lineHeight() + 3;
        var y = layout.bar().getMinY();
        for (var id : model.classes().present()) {
            var swatch = new Rectangle2D(layout.bar().getMinX(), y, SurfaceLayout.SWATCH, SurfaceLayout.SWATCH);
            surface.box(swatch, 2, model.classes().colour(id, style.theme(), style.background()));
            surface.text(
                    model.classes().name(id),
                    swatch.getMaxX() + SurfaceLayout.GAP,
                    y + SurfaceLayout.SWATCH / 2,
                    muted(HPos.LEFT, VPos.CENTER));
            y += line;
        }
    }

    private Lettering muted(HPos horizontal, VPos vertical) {
        return new Lettering(size, style.muted(), horizontal, vertical);
    }
}
