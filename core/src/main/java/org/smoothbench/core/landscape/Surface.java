package org.smoothbench.core.landscape;

import org.jspecify.annotations.Nullable;

/**
 * One surface of a landscape.
 *
 * @param report what is said of it
 * @param plane the images it is drawn over; none over weights
 * @param layers its values
 */
public record Surface(SurfaceReport report, @Nullable ImagePlane plane, Layers layers) {}
