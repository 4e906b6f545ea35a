package org.smoothbench.viz.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;

/**
 * Drawings beside each other as one, such as two surfaces that are compared. Immutable; any thread.
 *
 * @param title what they are about together; empty for nothing
 * @param parts from left to right, at least one; the tallest decides the height
 */
public record DrawingRow(String title, List<Drawing> parts) implements Drawing {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are none
     */
    public DrawingRow {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a row needs at least one drawing");
        }
    }

    @Override
    public double width() {
        return parts.stream().mapToDouble(Drawing::width).sum();
    }

    @Override
    public double height() {
        return parts.stream().mapToDouble(Drawing::height).max().orElseThrow();
    }

    @Override
    public void paint(Surface surface) {
        var left = 0.0;
        for (var part : parts) {
            part.paint(left == 0 ? surface : new Shifted(surface, left));
            left += part.width();
        }
    }

    /** One table after the other, each row with the number of its drawing, from 1, and its title in front. */
    @Override
    public Stream<List<String>> table() {
        var columns = parts.getFirst().table().findFirst().map(names -> joined("drawing", "title", names));
        var rows = new ArrayList<Stream<List<String>>>();
        for (var i = 0; i < parts.size(); i++) {
            var number = Integer.toString(i + 1);
            var part = parts.get(i);
            rows.add(part.table().skip(1).map(row -> joined(number, part.title(), row)));
        }
        return Stream.concat(columns.stream(), rows.stream().flatMap(each -> each));
    }

    private static List<String> joined(String first, String second, List<String> rest) {
        var all = new ArrayList<String>();
        all.add(first);
        all.add(second);
        all.addAll(rest);
        return all;
    }

    /** A surface whose left edge lies further to the right. */
    private record Shifted(Surface surface, double by) implements Surface {
        @Override
        public double resolution() {
            return surface.resolution();
        }

        @Override
        public TextMeter meter(double size) {
            return surface.meter(size);
        }

        @Override
        public void line(double[] xs, double[] ys, int count, Pen pen) {
            surface.line(moved(xs, count), ys, count, pen);
        }

        @Override
        public void polygon(double[] xs, double[] ys, int count, Color fill) {
            surface.polygon(moved(xs, count), ys, count, fill);
        }

        private double[] moved(double[] xs, int count) {
            var moved = new double[count];
            for (var i = 0; i < count; i++) {
                moved[i] = xs[i] + by;
            }
            return moved;
        }

        @Override
        public void box(Rectangle2D area, double radius, Color fill) {
            surface.box(moved(area), radius, fill);
        }

        @Override
        public void image(Raster picture, Rectangle2D area) {
            surface.image(picture, moved(area));
        }

        @Override
        public void disc(double x, double y, double radius, Color fill) {
            surface.disc(x + by, y, radius, fill);
        }

        @Override
        public void text(String text, double x, double y, Lettering lettering) {
            surface.text(text, x + by, y, lettering);
        }

        @Override
        public void clipped(Rectangle2D area, Runnable content) {
            surface.clipped(moved(area), content);
        }

        private Rectangle2D moved(Rectangle2D area) {
            return new Rectangle2D(area.getMinX() + by, area.getMinY(), area.getWidth(), area.getHeight());
        }
    }
}
