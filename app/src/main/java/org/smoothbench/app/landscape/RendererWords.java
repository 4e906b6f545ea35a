package org.smoothbench.app.landscape;

import java.util.Locale;
import org.smoothbench.viz.surface.RendererChoice;
import org.smoothbench.viz.surface.RendererVerdict;

/** Says what draws surfaces, and why. */
final class RendererWords {

    private static final String OWN = "Drawn by our own renderer, on the processor";
    private static final String CARD = "Drawn by JavaFX 3-D";

    private RendererWords() {}

    static String of(RendererChoice choice, RendererVerdict verdict) {
        return switch (choice) {
            case SOFTWARE -> OWN + ", as chosen";
            case JAVAFX_3D ->
                switch (verdict) {
                    case RendererVerdict.Absent _ -> OWN + ": this machine has no JavaFX 3-D";
                    case RendererVerdict.Untried _ -> CARD + ", as chosen";
                    case RendererVerdict.Fast fast -> CARD + ", as chosen: " + frame(fast.millis());
                    case RendererVerdict.Slow slow -> CARD + ", as chosen, though slow: " + frame(slow.millis());
                };
            case AUTOMATIC ->
                switch (verdict) {
                    case RendererVerdict.Absent _ -> OWN + ": this machine has no JavaFX 3-D";
                    case RendererVerdict.Untried _ -> CARD + ", on trial";
                    case RendererVerdict.Fast fast -> CARD + ": " + frame(fast.millis());
                    case RendererVerdict.Slow slow -> OWN + ": JavaFX 3-D is too slow here, " + frame(slow.millis());
                };
        };
    }

    private static String frame(double millis) {
        return String.format(Locale.ROOT, "%,.0f ms a picture", Math.max(1, millis));
    }
}
