package org.smoothbench.viz.surface;

/** The line in the plane along which a surface is cut. Immutable; any thread. */
public record SurfaceSection(PlanePoint from, PlanePoint to) {}
