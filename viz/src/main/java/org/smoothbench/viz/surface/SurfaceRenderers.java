package org.smoothbench.viz.surface;

/** Makes what draws. FX thread only. */
@FunctionalInterface
interface SurfaceRenderers {
    /** Those there are. */
    SurfaceRenderers REAL = (actual, listener) -> switch (actual) {
        case JAVAFX_3D -> new Fx3dRenderer(listener);
        case SOFTWARE, AUTOMATIC -> new SoftwareRenderer(listener);
    };

    /** A renderer; which one is decided already, see {@link RendererTrial#actual}. */
    SurfaceRenderer make(RendererChoice actual, SurfaceRenderer.Listener listener);
}
