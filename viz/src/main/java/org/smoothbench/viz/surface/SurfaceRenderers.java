package org.smoothbench.viz.surface;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/** Chooses what draws. FX thread only. */
final class SurfaceRenderers {
    private SurfaceRenderers() {}

    /** What a choice comes to on this machine. */
    static RendererChoice actual(RendererChoice choice) {
        return switch (choice) {
            case SOFTWARE -> RendererChoice.SOFTWARE;
            case AUTOMATIC, JAVAFX_3D ->
                Platform.isSupported(ConditionalFeature.SCENE3D) ? RendererChoice.JAVAFX_3D : RendererChoice.SOFTWARE;
        };
    }

    static SurfaceRenderer make(RendererChoice choice, SurfaceRenderer.Listener listener) {
        return switch (actual(choice)) {
            case JAVAFX_3D -> new Fx3dRenderer(listener);
            case SOFTWARE, AUTOMATIC -> new SoftwareRenderer(listener);
        };
    }
}
