package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smoothbench.viz.chart.Axis;

/** Says what a chart of a field shows. */
final class FieldWords {
    private FieldWords() {}

    /** All that is known of a vertex, line by line. */
    static String of(FieldVertex vertex, FieldModel model) {
        var lines = new ArrayList<String>();
        lines.add(named(model.x, "x", vertex.x()) + "\n" + named(model.y, "y", vertex.y()));
        lines.add(
                Float.isNaN(vertex.value())
                        ? title(model.values, "value") + ": none, a hole"
                        : named(model.values, "value", vertex.value()));
        if (vertex.classId() != ScalarField.NO_CLASS) {
            lines.add("class " + model.classColours().name(vertex.classId()));
        }
        step(vertex, model, lines);
        return String.join("\n", lines);
    }

    /** Steps of the path that lie nearer to this vertex than to any other. */
    private static void step(FieldVertex vertex, FieldModel model, List<String> lines) {
        var path = model.path.get();
        var field = model.field.get();
        if (path == null || field == null) {
            return;
        }
        for (var i = 0; i < path.steps().size(); i++) {
            var step = path.steps().get(i);
            if (field.nearestColumn(step.x()) == vertex.column() && field.nearestRow(step.y()) == vertex.row()) {
                lines.add("%s, step %d: %s off the plane".formatted(path.name(), i, model.x.reading(step.offPlane())));
                return;
            }
        }
    }

    /** What the chart is of, for those who cannot see it. */
    static String summary(FieldModel model) {
        var field = model.field.get();
        if (field == null) {
            return "no landscape yet";
        }
        var what = switch (model.view.get()) {
            case VALUES -> title(model.values, "values");
            case CLASSES -> "classes";
        };
        var ends = Double.isNaN(field.min())
                ? "only holes"
                : "from %s to %s".formatted(model.values.reading(field.min()), model.values.reading(field.max()));
        return String.format(
                Locale.ROOT,
                "%s over %s and %s, %d by %d vertices, %s%s",
                what,
                title(model.x, "x"),
                title(model.y, "y"),
                field.columns(),
                field.rows(),
                ends,
                switch (field.holes()) {
                    case 0 -> "";
                    case 1 -> ", 1 hole";
                    default -> ", " + field.holes() + " holes";
                });
    }

    private static String named(Axis axis, String otherwise, double value) {
        return title(axis, otherwise) + " " + axis.reading(value);
    }

    private static String title(Axis axis, String otherwise) {
        var title = axis.titleProperty().get();
        return title.isEmpty() ? otherwise : title;
    }
}
