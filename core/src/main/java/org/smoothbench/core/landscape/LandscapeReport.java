package org.smoothbench.core.landscape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.smoothness.Distribution;

/**
 * A landscape but for its values, with all that is needed to make it again; {@code landscape.json}.
 *
 * @param schema the version of this format
 * @param study the same for all landscapes that can be laid beside each other: of one specification, on the same images
 * @param spec how it was made
 * @param subject whose it is
 * @param other the second network of a line or of a plane with another model's attack
 * @param classNames the name of each class
 * @param shape the size of the images
 * @param first the axis of the columns
 * @param second the axis of the rows
 * @param images how many images each vertex is a mean over, where the surface is of weights; else how many surfaces there are
 * @param surfaces one for each image, or the only one
 * @param leftOut images that have no such plane, and why
 * @param batch how many images were shown to the network at a time; other sizes change the last bits
 * @param environment what computed
 * @param seconds how long it took, interruptions left out
 * @param values where the values lie
 */
public record LandscapeReport(
        int schema,
        String study,
        LandscapeSpec spec,
        LandscapeSubject subject,
        @Nullable LandscapeSubject other,
        List<String> classNames,
        ImagePlane.Shape shape,
        Axis first,
        Axis second,
        int images,
        List<SurfaceReport> surfaces,
        List<LeftOut> leftOut,
        int batch,
        EnvironmentReport environment,
        double seconds,
        Values values) {

    /** The version this program writes. */
    public static final int SCHEMA = 1;

    /**
     * An image without a surface.
     *
     * @param image the index of the test image
     * @param reason as one clause
     */
    public record LeftOut(int image, String reason) {}

    /**
     * A file of float32 values, little-endian: surface after surface the image, the first and the second direction (none of
     * the three over weights), cross-entropy, margin and outcome.
     *
     * @param file its name, beside this one
     * @param count how many values there are
     * @param sha256 of the file, in hexadecimal
     */
    public record Values(String file, long count, String sha256) {}

    public LandscapeReport {
        classNames = List.copyOf(classNames);
        surfaces = List.copyOf(surfaces);
        leftOut = List.copyOf(leftOut);
    }

    /** How a figure of roughness is spread over the surfaces. */
    public Distribution over(RoughnessMeasure measure) {
        return measure.over(surfaces.stream().map(SurfaceReport::roughness).toList());
    }

    /** How many vertices of all surfaces are holes. */
    public int holes() {
        return surfaces.stream().mapToInt(SurfaceReport::holes).sum();
    }

    /** What has to be said under a picture for it to be made again. */
    public String caption() {
        StringBuilder text = new StringBuilder(subject.label());
        if (other != null) {
            text.append("; against ").append(other.label());
        }
        text.append(": ").append(first.label());
        if (second.count() > 1) {
            text.append(" x ").append(second.label());
        }
        switch (spec.plane()) {
            case PlaneSpec.OfImages _ -> {
                text.append(", ")
                        .append(spec.threat().label())
                        .append(spec.clip() ? ", clipped to [0, 1]" : ", not clipped");
                text.append(
                        surfaces.size() == 1
                                ? ", test image " + surfaces.getFirst().image()
                                : ", " + surfaces.size() + " test images");
            }
            case PlaneSpec.OfWeights plane ->
                text.append(
                                plane.attackSteps() == 0
                                        ? ", clean"
                                        : ", PGD-" + plane.attackSteps() + ", "
                                                + spec.threat().label())
                        .append(", ")
                        .append(images)
                        .append(" test images");
        }
        text.append(", seed ").append(spec.seed());
        if (holes() > 0) {
            text.append("; ").append(holes()).append(" vertices without a number");
        }
        return text.toString();
    }
}
