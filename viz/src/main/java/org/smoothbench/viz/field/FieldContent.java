package org.smoothbench.viz.field;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Axis;

/**
 * What a chart of a field shows at one moment, apart from how and where.
 *
 * @param caption what a reader needs to know, in as many lines as it takes; empty for nothing
 * @param values what the numbers are; says title and unit
 * @param labelled whether contours carry their values
 * @param budget of the diamond |x| + |y| = budget; 0 for none
 * @param borders whether the borders between classes are drawn
 * @param zoom which part of the plane is seen
 */
record FieldContent(
        String title,
        String caption,
        Axis x,
        Axis y,
        Axis values,
        @Nullable ScalarField field,
        ColourScale scale,
        ClassColours classes,
        FieldView view,
        List<Contour> contours,
        boolean labelled,
        double budget,
        boolean borders,
        boolean alike,
        PlaneZoom zoom,
        List<PlaneMark> marks,
        @Nullable PlanePath path,
        @Nullable SectionLine section) {

    /** How many vertices have nothing to show. */
    long holes() {
        if (field == null) {
            return 0;
        }
        return switch (view) {
            case VALUES -> field.holes();
            case CLASSES ->
                field.classes().map(FieldContent::withoutClass).orElse((long) field.columns() * field.rows());
        };
    }

    private static long withoutClass(short[] ids) {
        var count = 0L;
        for (var id : ids) {
            count += id == ScalarField.NO_CLASS ? 1 : 0;
        }
        return count;
    }

    /** "3 of 1,681 vertices are holes", if there are any. */
    Optional<String> holesInWords() {
        var holes = holes();
        if (field == null || holes == 0) {
            return Optional.empty();
        }
        var what = switch (view) {
            case VALUES -> holes == 1 ? "has no finite value" : "have no finite value";
            case CLASSES -> holes == 1 ? "has no class" : "have no class";
        };
        return Optional.of("%d of %d vertices %s".formatted(holes, field.columns() * field.rows(), what));
    }
}
