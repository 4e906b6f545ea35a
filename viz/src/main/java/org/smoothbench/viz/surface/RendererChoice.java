package org.smoothbench.viz.surface;

/** What a surface is drawn by. */
public enum RendererChoice {
    /** JavaFX 3-D where it turns out to be quick enough, else our own; see {@link RendererTrial}. */
    AUTOMATIC,
    /** JavaFX 3-D; our own where the platform has none. */
    JAVAFX_3D,
    /** Our own renderer, which needs no graphics card. */
    SOFTWARE
}
