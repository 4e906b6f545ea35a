package org.smoothbench.core.landscape;

/**
 * A surface that is being computed, as far as it can be shown: nothing known, then every so manieth vertex, then all. A copy.
 *
 * @param layers NaN where nothing is known yet
 * @param first the axis of the columns of these layers
 * @param second the axis of their rows
 * @param done how many vertices of the whole surface are computed
 * @param vertices how many it has
 */
public record SurfacePreview(Layers layers, Axis first, Axis second, int done, int vertices) {}
