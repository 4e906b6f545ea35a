package org.smoothbench.viz.scatter;

import javafx.scene.paint.Color;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.Surface.Pen;

/** The shape of a point: a second cue beside its colour. */
public enum Marker {
    /** A disc. */
    CIRCLE(24),
    /** A square on its side. */
    SQUARE(4),
    /** A triangle that points up. */
    TRIANGLE(3),
    /** A square on its tip. */
    DIAMOND(4),
    /** A hexagon. */
    HEXAGON(6),
    /** A pentagon. */
    PENTAGON(5);

    private final int corners;

    Marker(int corners) {
        this.corners = corners;
    }

    /** The marker of an index, 0 or more; beyond the last it starts again from the first. */
    public static Marker of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    /** Fills the marker about a point. */
    public void fill(Surface surface, double x, double y, double radius, Color colour) {
        surface.polygon(xs(x, radius), ys(y, radius), corners, colour);
    }

    /** Strokes the marker's outline about a point. */
    public void outline(Surface surface, double x, double y, double radius, Color colour) {
        surface.line(xs(x, radius), ys(y, radius), corners + 1, new Pen(colour, 1.5, LineStyle.SOLID));
    }

    /** One more corner than there are, so that an outline closes. */
    private double[] xs(double x, double radius) {
        var xs = new double[corners + 1];
        for (var i = 0; i <= corners; i++) {
            xs[i] = x + radius * Math.sin(angle(i));
        }
        return xs;
    }

    private double[] ys(double y, double radius) {
        var ys = new double[corners + 1];
        for (var i = 0; i <= corners; i++) {
            ys[i] = y - radius * Math.cos(angle(i));
        }
        return ys;
    }

    private double angle(int corner) {
        var turn = this == SQUARE ? 0.5 : 0;
        return 2 * Math.PI * (corner + turn) / corners;
    }
}
