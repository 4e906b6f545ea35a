package org.smoothbench.viz.surface;

/**
 * A place in the plane of a surface. Immutable; any thread.
 *
 * @param a along the first direction, in the field's unit
 * @param b along the second direction, in the field's unit
 */
public record PlanePoint(double a, double b) {}
