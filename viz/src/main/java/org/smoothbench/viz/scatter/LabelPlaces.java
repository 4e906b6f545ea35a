package org.smoothbench.viz.scatter;

import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where a name can stand beside its point, the best place first. */
final class LabelPlaces {
    private LabelPlaces() {}

    static List<Rectangle2D> of(double x, double y, double width, double height, double distance) {
        var middle = y - height / 2;
        var near = distance * 0.7;
        return List.of(
                new Rectangle2D(x + distance, middle, width, height),
                new Rectangle2D(x - distance - width, middle, width, height),
                new Rectangle2D(x - width / 2, y - distance - height, width, height),
                new Rectangle2D(x - width / 2, y + distance, width, height),
                new Rectangle2D(x + near, y - near - height, width, height),
                new Rectangle2D(x + near, y + near, width, height),
                new Rectangle2D(x - near - width, y - near - height, width, height),
                new Rectangle2D(x - near - width, y + near, width, height),
                new Rectangle2D(x - width / 2, y - distance - 2 * height, width, height),
                new Rectangle2D(x - width / 2, y + distance + height, width, height));
    }
}
