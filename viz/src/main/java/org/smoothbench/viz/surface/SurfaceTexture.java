package org.smoothbench.viz.surface;

/** What the colour of a surface means. */
public enum SurfaceTexture {
    /** The height, as the colour scale has it. */
    HEIGHT,
    /** The class of the nearest vertex. */
    CLASSES
}
