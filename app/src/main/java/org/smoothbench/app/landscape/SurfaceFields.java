package org.smoothbench.app.landscape;

import java.util.Optional;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.Bands;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.Layers;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.field.ScalarField;

/** Makes fields that charts can draw out of landscapes. Any thread. */
final class SurfaceFields {

    private SurfaceFields() {}

    /**
     * What is picked of a landscape, with predicted classes where the picked surface has them; empty if the landscape is a
     * line or has no such surface.
     */
    static Optional<ScalarField> of(Landscape landscape, Height height, Pick pick) {
        if (landscape.report().second().count() < 2) {
            return Optional.empty();
        }
        return switch (pick) {
            case Pick.One(int image) -> surface(landscape, image).map(one -> field(landscape, one, height));
            case Pick.Over over ->
                landscape.surfaces().isEmpty()
                        ? Optional.empty()
                        : Optional.of(field(landscape, values(Bands.of(landscape.surfaces(), height::of), over)));
        };
    }

    /** The surface of an image. */
    static Optional<Surface> surface(Landscape landscape, int image) {
        return landscape.surfaces().stream()
                .filter(one -> one.report().image() == image)
                .findFirst();
    }

    private static float[] values(Bands bands, Pick.Over over) {
        return switch (over) {
            case MEAN -> bands.mean();
            case LOW -> bands.low();
            case MEDIAN -> bands.median();
            case HIGH -> bands.high();
        };
    }

    private static ScalarField field(Landscape landscape, Surface surface, Height height) {
        ScalarField field = field(landscape, height.of(surface.layers()));
        return landscape.report().spec().plane() instanceof PlaneSpec.OfImages
                ? field.withClasses(classes(surface.layers()))
                : field;
    }

    private static ScalarField field(Landscape landscape, float[] values) {
        Axis first = landscape.report().first();
        Axis second = landscape.report().second();
        return ScalarField.of(first.count(), second.count(), range(first), range(second), values);
    }

    private static Range range(Axis axis) {
        return new Range(axis.from(), axis.to());
    }

    private static short[] classes(Layers layers) {
        short[] classes = new short[layers.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (short) layers.predicted(i);
        }
        return classes;
    }
}
