package org.smoothbench.viz.surface;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.field.ClassColours;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.FieldView;
import org.smoothbench.viz.field.Isolines;
import org.smoothbench.viz.field.PlaneMark;
import org.smoothbench.viz.field.PlanePath;
import org.smoothbench.viz.field.ScalarField;

/**
 * What a {@link SurfaceView} shows. Immutable; any thread.
 *
 * @param field the heights, and perhaps classes; vertices without a number are left out
 * @param scale the range of heights and its colours: the same one for surfaces to be compared; what lies outside is cut off
 * @param view what the colour means; classes need a field with classes
 * @param classes names and colours of the classes: the same for surfaces to be compared
 * @param levels the heights of contour lines, ascending
 * @param linesOnSurface whether contour lines are drawn on the surface
 * @param linesOnFloor whether contour lines are drawn below it
 * @param budget half the diagonal of the diamond |a| + |b| ≤ budget that is outlined; none for no outline
 * @param marks balls on the surface: the first one white, as the image itself, the others red
 * @param path where an attack went, laid on the surface; null for none
 */
public record SurfaceModel(
        ScalarField field,
        ColourScale scale,
        FieldView view,
        ClassColours classes,
        List<Double> levels,
        boolean linesOnSurface,
        boolean linesOnFloor,
        OptionalDouble budget,
        List<PlaneMark> marks,
        @Nullable PlanePath path,
        SurfaceWords words) {
    private static final int USUAL_LEVELS = 14;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if classes are to be shown that the field lacks, or levels do not ascend
     */
    public SurfaceModel {
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
        if (view == FieldView.CLASSES && !field.hasClasses()) {
            throw new IllegalArgumentException("the field has no classes to show");
        }
        for (var i = 1; i < levels.size(); i++) {
            if (!(levels.get(i - 1) < levels.get(i))) {
                throw new IllegalArgumentException("contour levels must ascend, not " + levels);
            }
        }
    }

    /** A surface coloured by its height, with contour lines at round heights, and nothing else on it. */
    public static SurfaceModel of(ScalarField field, ColourScale scale, SurfaceWords words) {
        var levels = DoubleStream.of(Isolines.levels(scale.values(), USUAL_LEVELS))
                .boxed()
                .toList();
        var classes = ClassColours.over(List.of(field), List.of());
        return new SurfaceModel(
                field,
                scale,
                FieldView.VALUES,
                classes,
                levels,
                true,
                true,
                OptionalDouble.empty(),
                List.of(),
                null,
                words);
    }

    /** The same with another meaning of its colour. */
    public SurfaceModel withView(FieldView other, ClassColours names) {
        return new SurfaceModel(
                field, scale, other, names, levels, linesOnSurface, linesOnFloor, budget, marks, path, words);
    }

    /** The same with contour lines at these heights. */
    public SurfaceModel withLines(List<Double> heights, boolean onSurface, boolean onFloor) {
        return new SurfaceModel(field, scale, view, classes, heights, onSurface, onFloor, budget, marks, path, words);
    }

    /** The same with a budget's outline. */
    public SurfaceModel withBudget(double halfDiagonal) {
        var outline = OptionalDouble.of(halfDiagonal);
        return new SurfaceModel(
                field, scale, view, classes, levels, linesOnSurface, linesOnFloor, outline, marks, path, words);
    }

    /** The same with the way and the ends of an attack. */
    public SurfaceModel withAttack(List<PlaneMark> ends, @Nullable PlanePath way) {
        return new SurfaceModel(
                field, scale, view, classes, levels, linesOnSurface, linesOnFloor, budget, ends, way, words);
    }
}
