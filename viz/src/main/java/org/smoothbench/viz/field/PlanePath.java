package org.smoothbench.viz.field;

import java.util.List;

/**
 * The way of an attack, projected onto the plane.
 *
 * @param name what the legend calls it
 * @param steps from the first to the last, at least one
 */
public record PlanePath(String name, List<Step> steps) {
    /**
     * Where one step came to.
     *
     * @param x of its projection, in the unit of the horizontal axis, finite
     * @param y of its projection, in the unit of the vertical axis, finite
     * @param offPlane how far it is from its projection, in the same unit, 0 or more
     */
    public record Step(double x, double y, double offPlane) {
        /**
         * Checks the place.
         *
         * @throws IllegalArgumentException if a number is not finite, or the distance is negative
         */
        public Step {
            if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(offPlane) || offPlane < 0) {
                throw new IllegalArgumentException(
                        "a step cannot be at " + x + ", " + y + ", " + offPlane + " off the plane");
            }
        }
    }

    /**
     * Copies the steps.
     *
     * @throws IllegalArgumentException if there are none
     */
    public PlanePath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the path \"" + name + "\" has no steps");
        }
    }
}
