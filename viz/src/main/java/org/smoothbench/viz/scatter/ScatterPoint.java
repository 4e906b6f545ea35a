package org.smoothbench.viz.scatter;

import java.util.List;

/**
 * One point.
 *
 * @param id what it stands for; of no meaning here
 * @param label what is written beside it
 * @param x in the unit of the horizontal axis, finite
 * @param y in the unit of the vertical axis, finite
 * @param xDeviation half the length of the horizontal whisker; NaN for none
 * @param yDeviation half the length of the vertical whisker; NaN for none
 * @param paletteIndex its colour, see {@link org.smoothbench.viz.palette.SeriesPalette#colour}
 * @param marker its shape
 * @param reference whether it is somebody else's result: hollow and without a colour, so that nobody takes it for one of ours
 * @param details what is said of it when it is pointed at, line by line
 */
public record ScatterPoint(
        String id,
        String label,
        double x,
        double y,
        double xDeviation,
        double yDeviation,
        int paletteIndex,
        Marker marker,
        boolean reference,
        List<String> details) {

    /**
     * Checks the place.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public ScatterPoint {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("the point \"" + label + "\" has no place: " + x + ", " + y);
        }
        details = List.copyOf(details);
    }
}
