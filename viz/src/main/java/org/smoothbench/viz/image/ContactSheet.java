package org.smoothbench.viz.image;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Lettering;

/**
 * Rows of pictures with captions for a file, and their numbers as a table. Every pixel of a picture is a sharp square.
 *
 * @param title what it is, with all conditions
 * @param rows from above
 * @param zoom logical pixels of a pixel, at least 1
 * @param style how it looks
 * @param numbers the names of the columns, then row by row
 */
public record ContactSheet(String title, List<Row> rows, int zoom, ChartStyle style, List<List<String>> numbers)
        implements Drawing {
    private static final double PADDING = 14;
    private static final double GAP = 10;
    private static final double NARROWEST = 420;

    /** What a letter takes on average, and some more, as a share of the font's size; sheets have no meter for texts. */
    private static final double LETTER = 0.56;

    /**
     * Pictures side by side.
     *
     * @param caption lines above them
     * @param pictures from the left
     */
    public record Row(List<String> caption, List<Captioned> pictures) {
        public Row {
            caption = List.copyOf(caption);
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * A picture with what is to be known of it below.
     *
     * @param caption lines, from above
     */
    public record Captioned(Raster picture, List<String> caption) {
        public Captioned {
            caption = List.copyOf(caption);
        }
    }

    public ContactSheet {
        rows = List.copyOf(rows);
        numbers = numbers.stream().map(List::copyOf).toList();
        if (zoom < 1) {
            throw new IllegalArgumentException("a pixel must be at least 1 wide, not " + zoom);
        }
    }

    @Override
    public double width() {
        var widest = rows.stream()
                .mapToDouble(row -> row.pictures().stream()
                        .mapToDouble(each -> cell(each) + GAP)
                        .sum())
                .max()
                .orElse(0);
        var longest = Stream.concat(Stream.of(title), rows.stream().flatMap(row -> row.caption().stream()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        var words = longest * LETTER * style.small().getSize();
        return Math.ceil(Math.max(NARROWEST, Math.max(widest - GAP, words)) + 2 * PADDING);
    }

    @Override
    public double height() {
        return Math.ceil(2 * PADDING
                + 2 * line()
                + rows.stream().mapToDouble(this::height).sum());
    }

    private double line() {
        return Math.ceil(style.small().getSize() * 1.5);
    }

    private double height(Row row) {
        return row.caption().size() * line()
                + row.pictures().stream()
                        .mapToDouble(each -> each.picture().height() * (double) zoom
                                + each.caption().size() * line())
                        .max()
                        .orElse(0)
                + 2 * GAP;
    }

    private double cell(Captioned each) {
        return Math.max(
                each.picture().width() * (double) zoom, 10 * style.small().getSize());
    }

    @Override
    public void paint(Surface surface) {
        surface.box(new Rectangle2D(0, 0, width(), height()), 0, style.background());
        var y = Math.floor(PADDING);
        text(surface, title, PADDING, y, style.text());
        y += 2 * line();
        for (var row : rows) {
            var top = y;
            for (var words : row.caption()) {
                text(surface, words, PADDING, top, style.text());
                top += line();
            }
            var x = PADDING;
            for (var each : row.pictures()) {
                paint(surface, each.picture(), x, top);
                var below = top + each.picture().height() * (double) zoom + 2;
                for (var words : each.caption()) {
                    text(surface, words, x, below, style.muted());
                    below += line();
                }
                x += cell(each) + GAP;
            }
            y += height(row);
        }
    }

    private void paint(Surface surface, Raster picture, double left, double top) {
        for (var y = 0; y < picture.height(); y++) {
            for (var x = 0; x < picture.width(); x++) {
                var argb = picture.argb(x, y);
                surface.box(
                        new Rectangle2D(left + x * zoom, top + y * zoom, zoom, zoom),
                        0,
                        Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
            }
        }
    }

    private void text(Surface surface, String words, double x, double y, Color colour) {
        surface.text(words, x, y, new Lettering(style.small().getSize(), colour, HPos.LEFT, VPos.TOP));
    }

    @Override
    public Stream<List<String>> table() {
        return numbers.stream();
    }
}
