package org.smoothbench.viz.field;

import org.smoothbench.viz.scatter.Marker;

/**
 * A place in the plane that has a name, such as the image itself.
 *
 * @param name what stands beside it, e.g. "x" or "x′"
 * @param meaning what the legend says of it, e.g. "the image"
 * @param x in the unit of the horizontal axis, finite
 * @param y in the unit of the vertical axis, finite
 */
public record PlaneMark(String name, String meaning, double x, double y, Marker marker) {
    /**
     * Checks the place.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public PlaneMark {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("the mark \"" + name + "\" has no place: " + x + ", " + y);
        }
    }
}
