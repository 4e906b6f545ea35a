package org.smoothbench.viz.scatter;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where a name can stand beside its point, the best place first: nearby, and further off where it needs a line to it. */
final class LabelPlaces {
    /** From the point's centre to the nearest edge of its name, in pixels. */
    private static final double[] DISTANCES = {10.5, 20, 32, 46, 62, 80};

    /** Clear of a point whose corner is nearest. */
    private static final double BESIDE = 9;

    private static final int[][] DIRECTIONS = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};

    private LabelPlaces() {}

    static List<Rectangle2D> of(double x, double y, double width, double height) {
        var places = new ArrayList<Rectangle2D>();
        for (var distance : DISTANCES) {
            for (var direction : DIRECTIONS) {
                var slanted = direction[0] != 0 && direction[1] != 0;
                var away = slanted ? Math.max(BESIDE, distance * 0.7) : distance;
                places.add(new Rectangle2D(
                        edge(x, direction[0] * away, width), edge(y, direction[1] * away, height), width, height));
            }
        }
        return places;
    }

    /** The lower end of a length that begins, ends, or has its middle at a place. */
    private static double edge(double from, double away, double length) {
        return away > 0 ? from + away : away < 0 ? from + away - length : from - length / 2;
    }

    /** The point of a name that is nearest to another point. */
    static Point2D nearest(Rectangle2D place, double x, double y) {
        return new Point2D(
                Math.clamp(x, place.getMinX(), place.getMaxX()), Math.clamp(y, place.getMinY(), place.getMaxY()));
    }
}
