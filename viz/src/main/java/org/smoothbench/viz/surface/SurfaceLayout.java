package org.smoothbench.viz.surface;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Heading;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.TextLines;
import org.smoothbench.viz.chart.TextMeter;
import org.smoothbench.viz.field.ColourBar;
import org.smoothbench.viz.field.FieldView;

/**
 * Where picture, title, colours and caption of a surface lie. Immutable; any thread.
 *
 * @param picture what the surface is drawn in
 * @param bar the strip of colours with its numbers, or the place of the list of classes
 * @param caption the lines of the caption
 */
record SurfaceLayout(Rectangle2D picture, Rectangle2D bar, List<String> caption) {
    static final double PADDING = 10;
    static final double GAP = 6;
    static final double SWATCH = 12;

    private static final double TALLEST_BAR = 210;
    private static final double BAR_SHARE = 0.45;
    /** A caption in a low view must leave room for the surface. */
    private static final double CAPTION_SHARE = 0.25;

    static SurfaceLayout of(SurfaceModel model, Surface surface, ChartStyle style, double width, double height) {
        var size = style.small().getSize();
        var meter = surface.meter(size);
        var line = meter.lineHeight();
        var mostLines = (int) Math.max(1, CAPTION_SHARE * height / line);
        var caption = cut(TextLines.wrapped(model.words().caption(), meter, inner(width)), mostLines);
        var top = PADDING + Heading.height(surface, style, model.words().title(), inner(width), GAP);
        var bottom = height - PADDING - (caption.isEmpty() ? 0 : caption.size() * line + GAP);
        var barHeight = Math.max(1, Math.min(TALLEST_BAR, BAR_SHARE * (bottom - top)));
        var barWidth = model.view() == FieldView.CLASSES
                ? SWATCH + GAP + widestClass(model, meter)
                : new ColourBar(surface, model.scale(), style).width(barHeight);
        var barLeft = Math.floor(width - PADDING - barWidth);
        var bar = new Rectangle2D(barLeft, top + line + GAP, barWidth, barHeight);
        var picture = new Rectangle2D(0, top, Math.max(1, barLeft - GAP), Math.max(1, bottom - top));
        return new SurfaceLayout(picture, bar, caption);
    }

    /** What of a width is left between the edges. */
    static double inner(double width) {
        return Math.max(1, width - 2 * PADDING);
    }

    private static double widestClass(SurfaceModel model, TextMeter meter) {
        return model.classes().present().stream()
                .mapToDouble(id -> meter.width(model.classes().name(id)))
                .max()
                .orElse(0);
    }

    /** At most so many lines; what does not fit is left out with an ellipsis. */
    private static List<String> cut(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        var kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.getLast() + " …");
        return kept;
    }
}
