package org.smoothbench.viz.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.smoothbench.viz.palette.SeriesPalette;

/** Draws the crosshair and the box with the values beside it. */
final class ReadoutPainter {
    private static final double GAP = PlotLayout.GAP;
    private static final double PADDING = 9;
    private static final double SWATCH = 18;
    private static final double COLUMN_GAP = 14;
    private static final double DISTANCE = 12;
    private static final double CORNER = 8;
    private static final int FEWEST_ROWS = 3;

    private final GraphicsContext g;
    private final PlotFrame frame;
    private final ChartStyle style;
    private final TextMeter meter;

    ReadoutPainter(GraphicsContext g, PlotFrame frame, ChartStyle style, TextMeter meter) {
        this.g = g;
        this.frame = frame;
        this.style = style;
        this.meter = meter;
    }

    void paint(Readout readout, SeriesPalette palette) {
        g.save();
        g.setFont(style.small());
        g.setLineCap(StrokeLineCap.BUTT);
        paintCrosshair(readout, palette);
        paintBox(readout, palette);
        g.restore();
    }

    private void paintCrosshair(Readout readout, SeriesPalette palette) {
        var x = Math.floor(frame.x().scale().pixel(readout.x())) + 0.5;
        g.setStroke(style.muted());
        g.setLineWidth(1);
        g.setLineDashes(LineStyle.DASHED.dashes());
        // Zoomed in between two points, the nearest one may lie outside.
        if (isInside(x)) {
            g.strokeLine(x, frame.area().getMinY(), x, frame.area().getMaxY());
        }
        g.setLineDashes();
        for (var row : readout.rows()) {
            var y = frame.yScale(row.series()).pixel(row.y());
            var pointX = frame.x().scale().pixel(row.x());
            if (y >= frame.area().getMinY() && y <= frame.area().getMaxY() && isInside(pointX)) {
                ring(pointX, y, row.series(), palette);
            }
            var smoothed = frame.smoothed().get(row.series());
            if (smoothed != null && isInside(pointX) && row.series().isDrawn(row.index())) {
                ring(pointX, frame.yScale(row.series()).pixel(smoothed.y(row.index())), row.series(), palette);
            }
        }
    }

    private boolean isInside(double x) {
        return x >= frame.area().getMinX() && x <= frame.area().getMaxX();
    }

    private void ring(double x, double y, Series series, SeriesPalette palette) {
        var radius = LinePainter.DOT_RADIUS + 1.5;
        g.setFill(style.background());
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setStroke(palette.colour(series.paletteIndex(), style.theme()));
        g.setLineWidth(LinePainter.LINE_WIDTH);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void paintBox(Readout readout, SeriesPalette palette) {
        var header = readout.header(frame.x().axis());
        var nameWidth = 0.0;
        var valueWidth = 0.0;
        var rows = fitting(readout);
        var leftOut = readout.rows().size() - rows.size();
        for (var row : rows) {
            nameWidth = Math.max(nameWidth, meter.width(row.series().name()));
            valueWidth = Math.max(valueWidth, meter.width(readout.text(row, frame)));
        }
        var signs = new MarkPainter(new CanvasSurface(g, style.small().getFamily()), style);
        var markWidth = readout.marks().stream()
                .mapToDouble(mark -> signs.width(mark) + GAP + meter.width(mark.text()))
                .max()
                .orElse(0);
        var inner =
                Math.max(Math.max(meter.width(header), markWidth), SWATCH + GAP + nameWidth + COLUMN_GAP + valueWidth);
        var width = inner + 2 * PADDING;
        var lineHeight = meter.lineHeight() + 4;
        var lines = rows.size() + readout.marks().size() + (leftOut > 0 ? 2 : 1);
        var height = lineHeight * lines + 2 * PADDING - 4;
        var left = boxLeft(frame.x().scale().pixel(readout.x()), width);
        var top = frame.area().getMinY() + PADDING;

        g.setFill(style.background());
        g.fillRoundRect(left, top, width, height, CORNER, CORNER);
        g.setStroke(style.grid());
        g.setLineWidth(1);
        g.strokeRoundRect(Math.floor(left) + 0.5, Math.floor(top) + 0.5, width, height, CORNER, CORNER);

        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(style.muted());
        var y = top + PADDING + meter.lineHeight() / 2;
        g.fillText(header, left + PADDING, y);
        for (var row : rows) {
            y += lineHeight;
            paintRow(row, readout.text(row, frame), left + PADDING, left + width - PADDING, y, palette);
        }
        if (leftOut > 0) {
            y += lineHeight;
            g.setFill(style.muted());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText("and " + leftOut + " more", left + PADDING, y);
        }
        for (var mark : readout.marks()) {
            y += lineHeight;
            signs.sign(mark, left + PADDING, y - signs.height() / 2);
            g.setFill(style.text());
            g.setFont(style.small());
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(mark.text(), left + PADDING + signs.width(mark) + GAP, y);
        }
    }

    /** As many rows as the plot has room for: the highlighted ones before others, and then the largest values. */
    private List<Readout.Row> fitting(Readout readout) {
        var height = frame.bounds().getMaxY() - frame.area().getMinY() - 3 * PADDING;
        var room =
                (int) (height / (meter.lineHeight() + 4)) - 2 - readout.marks().size();
        var most = Math.max(FEWEST_ROWS, room);
        if (readout.rows().size() <= most) {
            return readout.rows();
        }
        var chosen = readout.rows().stream()
                .sorted(Comparator.comparing(row -> frame.standsBack(row.series())))
                .limit(most)
                .collect(Collectors.toSet());
        return readout.rows().stream().filter(chosen::contains).toList();
    }

    private void paintRow(Readout.Row row, String value, double left, double right, double y, SeriesPalette palette) {
        g.setStroke(palette.colour(row.series().paletteIndex(), style.theme()));
        g.setLineWidth(LinePainter.LINE_WIDTH);
        g.setLineDashes(row.series().lineStyle().dashes());
        g.strokeLine(left, y, left + SWATCH, y);
        g.setLineDashes();
        g.setFill(style.text());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(row.series().name(), left + SWATCH + GAP, y);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(value, right, y);
    }

    private double boxLeft(double x, double width) {
        var right = Math.max(frame.area().getMinX(), x) + DISTANCE;
        if (right + width <= frame.area().getMaxX()) {
            return right;
        }
        return Math.max(0, Math.min(frame.area().getMaxX(), x) - DISTANCE - width);
    }
}
