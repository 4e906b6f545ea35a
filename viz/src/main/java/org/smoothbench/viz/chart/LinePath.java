package org.smoothbench.viz.chart;

import java.util.Arrays;
import org.smoothbench.viz.chart.Surface.Pen;

/** Strokes an outline line by line. */
final class LinePath implements PathSink {
    /** Far outside any surface, yet near enough for a renderer's single precision. */
    private static final double FARTHEST_PIXEL = 1e6;

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
            surface.line(xs, ys, count, pen);
        }
        count = 0;
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
