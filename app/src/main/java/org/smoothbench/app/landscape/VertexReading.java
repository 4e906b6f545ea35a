package org.smoothbench.app.landscape;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.Layers;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.image.Raster;
import org.smoothbench.viz.surface.GridVertex;

/**
 * What is known at a vertex of a picture.
 *
 * @param a place along the first direction
 * @param b place along the second
 * @param value what the surface shows there; NaN for a hole
 * @param loss cross-entropy; empty where the surface is no single image's
 * @param margin largest wrong logit minus that of the class; empty likewise
 * @param predicted the class, if there is one
 * @param correct whether it is the image's own
 * @param image the images, if they are kept
 * @param saturated the share of values that were moved back into [0, 1]
 */
record VertexReading(
        double a,
        double b,
        float value,
        OptionalDouble loss,
        OptionalDouble margin,
        OptionalInt predicted,
        boolean correct,
        Optional<Pair> image,
        double saturated) {

    /** An image and what became of it. */
    record Pair(Raster before, Raster after) {}

    /** Reads a vertex; empty if the picture has no such one. */
    static Optional<VertexReading> of(Picture picture, GridVertex vertex) {
        return picture.field()
                .filter(field -> vertex.column() < field.columns() && vertex.row() < field.rows())
                .map(field -> of(picture, field, vertex));
    }

    private static VertexReading of(Picture picture, ScalarField field, GridVertex vertex) {
        double a = field.x(vertex.column());
        double b = field.y(vertex.row());
        float value = field.value(vertex.column(), vertex.row());
        return picture.surface()
                .map(surface -> of(picture.landscape().report(), surface, vertex, a, b, value))
                .orElseGet(() -> new VertexReading(
                        a,
                        b,
                        value,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        false,
                        Optional.empty(),
                        0));
    }

    private static VertexReading of(
            LandscapeReport report, Surface surface, GridVertex vertex, double a, double b, float value) {
        Layers layers = surface.layers();
        int index = layers.index(vertex.column(), vertex.row());
        ImagePlane plane = surface.plane();
        // Over weights the outcome is a share of images, no class.
        OptionalInt predicted = plane == null || layers.predicted(index) < 0
                ? OptionalInt.empty()
                : OptionalInt.of(layers.predicted(index));
        boolean clip = report.spec().clip();
        return new VertexReading(
                a,
                b,
                value,
                OptionalDouble.of(layers.loss()[index]),
                OptionalDouble.of(layers.margin()[index]),
                predicted,
                predicted.isPresent()
                        && predicted.getAsInt() == surface.report().label(),
                Optional.ofNullable(plane)
                        .map(known -> new Pair(
                                PixelRasters.of(known.shape(), known.image()),
                                PixelRasters.of(known.shape(), known.at(a, b, clip)))),
                plane == null || !clip ? 0 : plane.saturated(a, b));
    }
}
