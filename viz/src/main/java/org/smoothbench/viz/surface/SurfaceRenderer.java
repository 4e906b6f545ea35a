package org.smoothbench.viz.surface;

import javafx.scene.Node;

/** Draws frames of a surface, without texts. FX thread only. */
interface SurfaceRenderer {
    /** What shows the latest frame, as large as its viewport. */
    Node node();

    /** Whether a frame is being drawn or waits for that. */
    boolean isBusy();

    /** Draws a frame, at once or elsewhere, and then tells the listener. It replaces a frame that still waits. */
    void render(SurfaceFrame frame);

    /** Ends what works for the renderer. It can draw no more. */
    void close();

    /** Is told on the FX thread what is shown now. */
    @FunctionalInterface
    interface Listener {
        /** A frame has become visible. */
        void shown(SurfaceFrame frame);
    }
}
