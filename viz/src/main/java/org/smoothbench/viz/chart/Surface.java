package org.smoothbench.viz.chart;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;

/**
 * What a chart is drawn on: the screen, or a file. Lengths are logical pixels, y points down. A surface belongs to the thread
 * that draws on it.
 */
public interface Surface {
    /**
     * How a line is stroked.
     *
     * @param width in logical pixels
     */
    record Pen(Color colour, double width, LineStyle style) {}

    /**
     * How a text lies about its point.
     *
     * @param size of the font, in logical pixels
     * @param horizontal the part of the text that is at the x
     * @param vertical the part of its line that is at the y
     */
    record Lettering(double size, Color colour, HPos horizontal, VPos vertical) {}

    /** Distinguishable places per logical pixel, 1 or above: outlines need no more detail. */
    double resolution();

    /** Measures text as this surface would write it. */
    TextMeter meter(double size);

    /** Strokes a line through the first {@code count} points of the arrays, which may be reused afterwards. */
    void line(double[] xs, double[] ys, int count, Pen pen);

    /** Fills the inside of the polygon of the first {@code count} points. */
    void polygon(double[] xs, double[] ys, int count, Color fill);

    /** Fills a rectangle with rounded corners; a radius of 0 leaves them sharp. */
    void box(Rectangle2D area, double radius, Color fill);

    /** Fills a disc. */
    void disc(double x, double y, double radius, Color fill);

    /** Draws a picture over an area; enlarged, its pixels stay sharp. */
    void image(Raster picture, Rectangle2D area);

    /** Writes one line of text. */
    void text(String text, double x, double y, Lettering lettering);

    /** Draws what {@code content} draws on this surface, but only inside an area. */
    void clipped(Rectangle2D area, Runnable content);

    /** Strokes a straight line. */
    default void line(double x1, double y1, double x2, double y2, Pen pen) {
        line(new double[] {x1, x2}, new double[] {y1, y2}, 2, pen);
    }
}
