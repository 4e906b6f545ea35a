package org.smoothbench.viz.chart;

import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import org.smoothbench.viz.chart.Surface.Pen;

/**
 * Strokes an outline line by line. A line that goes up and down within every pixel is filled column by column instead: that
 * looks the same, and a stroke that crosses each row of pixels thousands of times takes a renderer in software seconds.
 */
final class LinePath implements PathSink {
    /** Far outside any surface, yet near enough for a renderer's single precision. */
    private static final double FARTHEST_PIXEL = 1e6;

    /** Columns are filled from this many points on, and this many pixels up or down per pixel to the side. */
    private static final int FEWEST_FOR_COLUMNS = 400;

    private static final double STEEP = 4;

    private final Surface surface;
    private final Pen pen;
    private final double dotRadius;
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int count;

    LinePath(Surface surface, Pen pen, double dotRadius) {
        this.surface = surface;
        this.pen = pen;
        this.dotRadius = dotRadius;
    }

    @Override
    public void moveTo(double x, double y) {
        end();
        add(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        add(x, y);
    }

    @Override
    public void lonelyPoint(double x, double y) {
        surface.disc(near(x), near(y), dotRadius, pen.colour());
    }

    /** Strokes what has come since the last move. */
    void end() {
        if (count > 1) {
            if (isNoise()) {
                fillColumns();
            } else {
                surface.line(xs, ys, count, pen);
            }
        }
        count = 0;
    }

    private boolean isNoise() {
        // Files keep their lines; whoever draws them has the time.
        if (count < FEWEST_FOR_COLUMNS || surface.resolution() > 1 || pen.style() != LineStyle.SOLID) {
            return false;
        }
        var across = 1.0;
        var upAndDown = 0.0;
        for (var i = 1; i < count; i++) {
            across += Math.abs(xs[i] - xs[i - 1]);
            upAndDown += Math.abs(ys[i] - ys[i - 1]);
        }
        return upAndDown > STEEP * across;
    }

    private void fillColumns() {
        var column = Math.floor(xs[0]);
        var low = ys[0];
        var high = ys[0];
        for (var i = 1; i < count; i++) {
            var next = Math.floor(xs[i]);
            if (next != column) {
                fillColumn(column, low, high);
                var isNeighbour = Math.abs(next - column) == 1;
                if (!isNeighbour) {
                    surface.line(xs[i - 1], ys[i - 1], xs[i], ys[i], pen);
                }
                column = next;
                low = isNeighbour ? ys[i - 1] : ys[i];
                high = low;
            }
            low = Math.min(low, ys[i]);
            high = Math.max(high, ys[i]);
        }
        fillColumn(column, low, high);
    }

    private void fillColumn(double column, double low, double high) {
        var area = new Rectangle2D(column, low - pen.width() / 2, 1, high - low + pen.width());
        surface.box(area, 0, pen.colour());
    }

    static double near(double pixel) {
        return Math.max(-FARTHEST_PIXEL, Math.min(FARTHEST_PIXEL, pixel));
    }

    private void add(double x, double y) {
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, 2 * count);
            ys = Arrays.copyOf(ys, 2 * count);
        }
        xs[count] = near(x);
        ys[count] = near(y);
        count++;
    }
}
