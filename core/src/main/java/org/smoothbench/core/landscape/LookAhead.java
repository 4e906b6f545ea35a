package org.smoothbench.core.landscape;

import java.util.List;
import org.smoothbench.core.engine.EnvironmentReport;

/**
 * A landscape that is not finished, as far as it can be drawn: without images, figures and a word on whose it is. Who shows it
 * must say none of that of a picture that is not whole.
 */
public final class LookAhead {

    private LookAhead() {}

    /** A landscape of a preview. */
    public static Landscape of(LandscapeSpec spec, SurfacePreview preview) {
        SurfaceReport surface =
                new SurfaceReport(spec.image(), -1, Double.NaN, -1, Double.NaN, null, Roughness.UNKNOWN, 0);
        LandscapeReport report = new LandscapeReport(
                LandscapeReport.SCHEMA,
                "",
                spec,
                new LandscapeSubject("", "", "", "", false, 0, "", "", ""),
                null,
                List.of(),
                new ImagePlane.Shape(1, 1, 1),
                preview.first(),
                preview.second(),
                1,
                List.of(surface),
                List.of(),
                0,
                new EnvironmentReport("", "", "", "", "", 0),
                0,
                new LandscapeReport.Values("", 0, ""));
        return new Landscape(report, List.of(new Surface(surface, null, preview.layers())));
    }
}
