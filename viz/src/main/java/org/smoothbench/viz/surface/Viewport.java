package org.smoothbench.viz.surface;

/**
 * The rectangle that a surface is drawn in.
 *
 * @param width in logical pixels, 1 or above
 * @param height in logical pixels, 1 or above
 */
record Viewport(double width, double height) {
    Viewport {
        width = Math.max(1, width);
        height = Math.max(1, height);
    }
}
