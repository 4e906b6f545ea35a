package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.PlotAxes;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.Surface.Pen;
import org.smoothbench.viz.chart.TextMeter;

/** A chart of a field at one moment. */
final class FrozenField implements Drawing {
    static final Color BORDER = Color.WHITE;
    static final double BORDER_WIDTH = 1.6;

    private static final double PADDING = 12;
    private static final double GAP = 8;
    private static final double BAR_GAP = 14;
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
        var top = bounds.getMinY();
        if (!content.title().isEmpty()) {
            var size = style.small().getSize() * 1.16;
            surface.text(
                    content.title(), bounds.getMinX(), top, new Lettering(size, style.text(), HPos.LEFT, VPos.TOP));
            top += surface.meter(size).lineHeight() + GAP;
        }
        var legend = new FieldLegend(surface, style, content)
                .paint(new Rectangle2D(bounds.getMinX(), top, bounds.getWidth(), 1));
        top += legend == 0 ? 0 : legend + GAP;
        var caption = wrapped(content.caption(), meter, bounds.getWidth());
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
        var left = new Rectangle2D(
                bounds.getMinX(), bounds.getMinY(), Math.max(1, bounds.getWidth() - barWidth), bounds.getHeight());
        var axes = PlotAxes.exactly(
                content.x(), content.y(), field.xRange(), field.yRange(), content.alike(), left, surface, style);
        axes.paint();
        var area = axes.area();
        var picture = picture(field, area, surface.resolution(), ready);
        surface.image(picture, area);
        surface.clipped(area, () -> over(surface, axes, field));
        if (hasBar) {
            bar.paint(area.getMaxX() + BAR_GAP, area.getMinY(), area.getHeight());
            valueCaption(surface, bounds, area.getMaxX() + barWidth);
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
            case VALUES -> FieldRaster.ofValues(field, content.scale(), pixelsX, pixelsY, scale, style);
            case CLASSES -> FieldRaster.ofClasses(field, content.classes(), pixelsX, pixelsY, scale, style);
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

    /** Above the colour bar, ending where it ends. */
    private void valueCaption(Surface surface, Rectangle2D bounds, double right) {
        surface.text(
                content.values().dataCaption(),
                Math.max(right, bounds.getMinX()),
                bounds.getMinY(),
                new Lettering(style.small().getSize(), style.muted(), HPos.RIGHT, VPos.TOP));
    }

    private static List<String> wrapped(String text, TextMeter meter, double width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.isEmpty() ? List.<String>of() : List.of(text.split("\n", -1))) {
            var line = "";
            for (var word : paragraph.split(" ", -1)) {
                var longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && meter.width(longer) > width) {
                    lines.add(line);
                    line = word;
                } else {
                    line = longer;
                }
            }
            lines.add(line);
        }
        return lines;
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
