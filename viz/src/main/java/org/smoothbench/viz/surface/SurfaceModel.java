package org.smoothbench.viz.surface;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.Isolines;
import org.smoothbench.viz.field.ScalarField;

/**
 * What a {@link SurfaceView} shows. Immutable; any thread.
 *
 * @param field the heights, and perhaps classes; vertices without a number are left out
 * @param scale the range of heights and its colours: the same one for surfaces to be compared; what lies outside is cut off
 * @param texture what the colour means; classes need a field with classes
 * @param levels the heights of contour lines, ascending
 * @param linesOnSurface whether contour lines are drawn on the surface
 * @param linesOnFloor whether contour lines are drawn below it
 * @param budget half the diagonal of the diamond |a| + |b| ≤ budget that is outlined; none for no outline
 * @param markers what is marked on the surface
 * @param path where an attack went, laid on the surface; empty for none
 */
public record SurfaceModel(
        ScalarField field,
        ColourScale scale,
        SurfaceTexture texture,
        List<Double> levels,
        boolean linesOnSurface,
        boolean linesOnFloor,
        OptionalDouble budget,
        List<SurfaceMarker> markers,
        List<PlanePoint> path,
        SurfaceWords words) {
    private static final int USUAL_LEVELS = 14;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if classes are to be shown that the field lacks, or levels do not ascend
     */
    public SurfaceModel {
        levels = List.copyOf(levels);
        markers = List.copyOf(markers);
        path = List.copyOf(path);
        if (texture == SurfaceTexture.CLASSES && !field.hasClasses()) {
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
        return new SurfaceModel(
                field,
                scale,
                SurfaceTexture.HEIGHT,
                levels,
                true,
                true,
                OptionalDouble.empty(),
                List.of(),
                List.of(),
                words);
    }

    /** The same with another meaning of its colour. */
    public SurfaceModel withTexture(SurfaceTexture other) {
        return new SurfaceModel(
                field, scale, other, levels, linesOnSurface, linesOnFloor, budget, markers, path, words);
    }

    /** The same with contour lines at these heights. */
    public SurfaceModel withLines(List<Double> heights, boolean onSurface, boolean onFloor) {
        return new SurfaceModel(field, scale, texture, heights, onSurface, onFloor, budget, markers, path, words);
    }

    /** The same with a budget's outline. */
    public SurfaceModel withBudget(double halfDiagonal) {
        return new SurfaceModel(
                field,
                scale,
                texture,
                levels,
                linesOnSurface,
                linesOnFloor,
                OptionalDouble.of(halfDiagonal),
                markers,
                path,
                words);
    }

    /** The same with the way and the ends of an attack. */
    public SurfaceModel withAttack(List<SurfaceMarker> marked, List<PlanePoint> way) {
        return new SurfaceModel(
                field, scale, texture, levels, linesOnSurface, linesOnFloor, budget, marked, way, words);
    }
}
