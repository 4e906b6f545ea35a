package org.smoothbench.viz.surface;

import java.util.OptionalInt;

/**
 * A vertex that is pointed at. Immutable; any thread.
 *
 * @param value the height in its own unit, as it is seen
 * @param classId its class, if it has one
 * @param screenX where it is seen, in the view's coordinates
 * @param screenY where it is seen, in the view's coordinates
 */
public record SurfacePoint(
        GridVertex vertex, double a, double b, double value, OptionalInt classId, double screenX, double screenY) {}
