package org.smoothbench.viz.surface;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Axis;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.field.ScalarField;

/** Says what a surface shows, for those who cannot see it and in the note of a vertex. FX thread only. */
final class SurfaceSentences {
    private static final Axis PLAIN = new Axis();

    private SurfaceSentences() {}

    static String all(@Nullable SurfaceModel model, Optional<SurfacePoint> point) {
        if (model == null) {
            return "a surface without data";
        }
        var words = model.words();
        var field = model.field();
        var title = words.title().isEmpty() ? "surface" : words.title();
        var holes = field.holes() == 0 ? "" : ", " + field.holes() + " vertices without a value";
        return title + ": " + words.value() + " from " + number(field.min()) + " to " + number(field.max()) + " over "
                + words.a() + " from " + range(field.xRange()) + " and " + words.b() + " from "
                + range(field.yRange()) + holes
                + point.map(one -> "; " + vertex(model, one).replace("\n", ", "))
                        .orElse("");
    }

    /** What is known of a vertex, line by line. */
    static String vertex(SurfaceModel model, SurfacePoint point) {
        var vertex = point.vertex();
        var height = Float.isNaN(vertex.value()) ? "none, a hole" : number(vertex.value());
        var predicted = vertex.classId() == ScalarField.NO_CLASS
                ? ""
                : "\n" + model.classes().name(vertex.classId());
        return "a " + number(vertex.x()) + "   b " + number(vertex.y()) + "\n"
                + model.words().value() + " " + height + predicted;
    }

    private static String range(Range range) {
        return number(range.min()) + " to " + number(range.max());
    }

    private static String number(double value) {
        return PLAIN.reading(value);
    }
}
