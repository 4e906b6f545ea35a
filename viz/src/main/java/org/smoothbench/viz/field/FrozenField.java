package org.smoothbench.viz.field;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Heading;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;
import org.smoothbench.viz.chart.TextLines;

/** A chart of a field at one moment. */
final class FrozenField implements Drawing {
    static final Color BORDER = Color.WHITE;
    static final double BORDER_WIDTH = 1.6;

    private static final double PADDING = 12;
    private static final double GAP = 8;
    /** The least part of the height that plane and axes get. */
    private static final double PLANE = 0.75;

    private static final double BAR_GAP = 14;
    /** What a plane is wider than high by, for the numbers of its axis and its colour bar. */
    private static final double BESIDE = 40;
    /** Pixels of a picture inside vectors per logical pixel: sharp in print, and no huge file. */
    private static final double FINEST = 3;

    private final FieldContent content;
    private final ChartStyle style;
    private final double width;
    private final double height;

    FrozenField(FieldContent content, ChartStyle style, double width, double height) {
        this.content = content;
        this.style = style;
        this.width = width;
        this.height = height;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public String title() {
        return content.title();
    }

    /** The same with dark letters on white, whatever the theme of the screen. */
    FrozenField onPaper() {
        return new FrozenField(content, style.onPaper(), width, height);
    }

    @Override
    public void paint(Surface surface) {
        surface.box(new Rectangle2D(0, 0, width, height), 0, style.background());
        paint(surface, new Rectangle2D(PADDING, PADDING, width - 2 * PADDING, height - 2 * PADDING), null);
    }

    /**
     * Draws everything inside bounds and tells where the plane came to lie.
     *
     * @param ready the picture of the field if there is one already, of any size
     */
    Painted paint(Surface surface, Rectangle2D bounds, @Nullable Raster ready) {
        var small = new Lettering(style.small().getSize(), style.muted(), HPos.LEFT, VPos.TOP);
        var meter = surface.meter(small.size());
        var top = bounds.getMinY() + Heading.paint(surface, style, content.title(), bounds, GAP);
        var caption = TextLines.wrapped(content.caption(), meter, bounds.getWidth());
        var column = FieldLegend.column(surface, style, content);
        var left = new Rectangle2D(
                bounds.getMinX(), top, bounds.getWidth() - column.width() - BAR_GAP, bounds.getMaxY() - top);
        if (caption.isEmpty() && content.alike() && left.getWidth() > left.getHeight() + BESIDE) {
            // The plane is as wide as it is high, so that the room beside it is free.
            column.paint(left.getMaxX() + BAR_GAP, top);
            return plane(surface, left, ready);
        }
        var legend = FieldLegend.of(surface, style, content, bounds.getWidth());
        // In a small chart the plane comes first; but holes are always said.
        var room = (bounds.getMaxY() - top) * (1 - PLANE);
        if (legend.height() + caption.size() * meter.lineHeight() > room) {
            caption = List.of();
        }
        if (legend.height() > room) {
            legend = FieldLegend.ofHoles(surface, style, content, bounds.getWidth());
        }
        legend.paint(bounds.getMinX(), top);
        top += legend.height() == 0 ? 0 : legend.height() + GAP;
        var bottom = bounds.getMaxY() - caption.size() * meter.lineHeight();
        for (var i = 0; i < caption.size(); i++) {
            surface.text(caption.get(i), bounds.getMinX(), bottom + i * meter.lineHeight(), small);
        }
        bottom -= caption.isEmpty() ? 0 : GAP;
        var plane = new Rectangle2D(bounds.getMinX(), top, bounds.getWidth(), Math.max(1, bottom - top));
        return plane(surface, plane, ready);
    }

    /** Where the plane lies, and its picture for the next time. */
    record Painted(@Nullable PlotAxes axes, @Nullable Raster picture) {}

    private Painted plane(Surface surface, Rectangle2D bounds, @Nullable Raster ready) {
        var field = content.field();
        if (field == null) {
            surface.text(
                    "no landscape yet",
                    bounds.getMinX() + bounds.getWidth() / 2,
                    bounds.getMinY() + bounds.getHeight() / 2,
                    new Lettering(style.small().getSize(), style.muted(), HPos.CENTER, VPos.CENTER));
            return new Painted(null, null);
        }
        var hasBar = content.view() == FieldView.VALUES;
        var bar = new ColourBar(surface, content.scale(), style);
        var barWidth = hasBar ? BAR_GAP + bar.width(bounds.getHeight()) : 0;
        var axes = axes(surface, field, bounds, barWidth);
        var captionTop = bounds.getMinY();
        if (hasBar && captionsMeet(surface, axes, barWidth)) {
            // Then the colour bar's has a line of its own.
            var line = surface.meter(style.small().getSize()).lineHeight();
            axes = axes(
                    surface,
                    field,
                    new Rectangle2D(
                            bounds.getMinX(),
                            captionTop + line,
                            bounds.getWidth(),
                            Math.max(1, bounds.getHeight() - line)),
                    barWidth);
        }
        return plane(surface, field, axes, hasBar ? bar : null, barWidth, captionTop, ready);
    }

    private PlotAxes axes(Surface surface, ScalarField field, Rectangle2D bounds, double barWidth) {
        var left = new Rectangle2D(
                bounds.getMinX(), bounds.getMinY(), Math.max(1, bounds.getWidth() - barWidth), bounds.getHeight());
        return PlotAxes.exactly(
                content.x(),
                content.y(),
                content.zoom().x(field.xRange()),
                content.zoom().y(field.yRange()),
                content.alike(),
                left,
                surface,
                style);
    }

    /** Where only the colour bar has a caption, the axes leave no line for it either. */
    private boolean captionsMeet(Surface surface, PlotAxes axes, double barWidth) {
        var meter = surface.meter(style.small().getSize());
        var upright = meter.width(content.y().dataCaption());
        var values = meter.width(content.values().dataCaption());
        var room = axes.area().getMaxX() + barWidth - axes.bounds().getMinX();
        return values > 0 && (upright == 0 || upright + BAR_GAP + values > room);
    }

    private Painted plane(
            Surface surface,
            ScalarField field,
            PlotAxes axes,
            @Nullable ColourBar bar,
            double barWidth,
            double captionTop,
            @Nullable Raster ready) {
        axes.paint();
        var area = axes.area();
        var picture = picture(field, area, surface.resolution(), ready);
        surface.image(picture, area);
        surface.clipped(area, () -> over(surface, axes, field));
        if (bar != null) {
            bar.paint(area.getMaxX() + BAR_GAP, area.getMinY(), area.getHeight());
            // Above the bar, ending where it ends; in a narrow chart from the left.
            var caption = content.values().dataCaption();
            var size = style.small().getSize();
            var left = area.getMaxX() + barWidth - surface.meter(size).width(caption);
            surface.text(
                    caption,
                    Math.max(left, axes.bounds().getMinX()),
                    captionTop,
                    new Lettering(size, style.muted(), HPos.LEFT, VPos.TOP));
        }
        return new Painted(axes, picture);
    }

    private Raster picture(ScalarField field, Rectangle2D area, double resolution, @Nullable Raster ready) {
        var scale = Math.min(FINEST, resolution);
        var pixelsX = (int) Math.round(area.getWidth() * scale);
        var pixelsY = (int) Math.round(area.getHeight() * scale);
        if (ready != null && ready.width() == pixelsX && ready.height() == pixelsY) {
            return ready;
        }
        return switch (content.view()) {
            case VALUES -> FieldRaster.ofValues(field, content.scale(), content.zoom(), pixelsX, pixelsY, scale, style);
            case CLASSES ->
                FieldRaster.ofClasses(field, content.classes(), content.zoom(), pixelsX, pixelsY, scale, style);
        };
    }

    private void over(Surface surface, PlotAxes axes, ScalarField field) {
        if (content.view() == FieldView.VALUES) {
            new ContourPainter(surface, axes, style, content).paint();
        }
        if (content.borders() || content.view() == FieldView.CLASSES) {
            var pen = switch (content.view()) {
                case VALUES -> new Pen(BORDER, BORDER_WIDTH, LineStyle.SOLID);
                case CLASSES -> new Pen(style.text(), 1.2, LineStyle.SOLID);
            };
            for (var side : ClassBorders.of(field)) {
                surface.line(axes.x(side.fromX()), axes.y(side.fromY()), axes.x(side.toX()), axes.y(side.toY()), pen);
            }
        }
        new PlanePainter(surface, axes, style).paint(content);
    }

    /** A row for each vertex: {@code column,row,x,y,value,class}; without a number in the value for a hole. */
    @Override
    public Stream<List<String>> table() {
        var x = content.x().dataCaption();
        var y = content.y().dataCaption();
        var value = content.values().dataCaption();
        var field = content.field();
        return field == null
                ? Stream.of(FieldTable.head(x, y, value))
                : FieldTable.of(field, x, y, value, content.classes());
    }
}
