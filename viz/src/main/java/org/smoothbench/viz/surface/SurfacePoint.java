package org.smoothbench.viz.surface;

import org.smoothbench.viz.field.FieldVertex;

/**
 * A vertex that is pointed at. Immutable; any thread.
 *
 * @param vertex with the height as it is seen, also in the middle of a morph
 * @param screenX where it is seen, in the view's coordinates
 * @param screenY where it is seen, in the view's coordinates
 */
public record SurfacePoint(FieldVertex vertex, double screenX, double screenY) {}
