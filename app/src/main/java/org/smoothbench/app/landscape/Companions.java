package org.smoothbench.app.landscape;

import java.util.Optional;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeReport;

/** Which landscapes can stand beside each other. */
final class Companions {

    private Companions() {}

    /** Why a landscape cannot stand beside the first one, as a sentence; empty if it can. */
    static Optional<String> unfit(Landscape first, Landscape other) {
        LandscapeReport one = first.report();
        LandscapeReport two = other.report();
        if (!one.shape().equals(two.shape())) {
            return Optional.of("Its images are %s, those of the first model %s: other networks, another plane."
                    .formatted(size(two.shape()), size(one.shape())));
        }
        if (!one.classNames().equals(two.classNames())) {
            return Optional.of("It tells %s apart, the first model %s: their losses cannot be compared."
                    .formatted(classes(two), classes(one)));
        }
        if (!one.subject().dataFingerprint().equals(two.subject().dataFingerprint())) {
            return Optional.of("Its test images are others than those of the first model, whatever their number says.");
        }
        return Optional.empty();
    }

    private static String size(ImagePlane.Shape shape) {
        return shape.height() + " × " + shape.width() + " × " + shape.channels();
    }

    private static String classes(LandscapeReport report) {
        return report.classNames().size() <= 4
                ? String.join(", ", report.classNames())
                : report.classNames().size() + " classes";
    }
}
