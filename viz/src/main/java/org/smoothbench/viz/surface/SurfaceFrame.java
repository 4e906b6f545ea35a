package org.smoothbench.viz.surface;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.field.ScalarField;

/**
 * Everything that decides how one picture looks. Immutable; any thread.
 *
 * @param target what the model's field turns into; null for nothing
 * @param morph how much of the target is seen, 0 to 1
 * @param pixelScale device pixels per logical pixel
 * @param pointed the vertex under the cross
 * @param section the line that the surface is cut along
 * @param still whether nothing moves, so that there is time for smooth edges
 */
record SurfaceFrame(
        SurfaceModel model,
        @Nullable ScalarField target,
        double morph,
        CameraPose pose,
        Viewport viewport,
        double pixelScale,
        SurfaceLook look,
        Optional<GridVertex> pointed,
        Optional<SurfaceSection> section,
        boolean still) {

    /** The height at a vertex as it is seen now; NaN for none. */
    double value(int column, int row) {
        var from = model.field().value(column, row);
        return target == null ? from : from + morph * (target.value(column, row) - from);
    }

    /** The a of a place as the box has it, -1 to 1. */
    double boxX(double a) {
        var range = model.field().xRange();
        return 2 * (a - range.min()) / range.width() - 1;
    }

    /** The b of a place as the box has it, -1 to 1. */
    double boxY(double b) {
        var range = model.field().yRange();
        return 2 * (b - range.min()) / range.width() - 1;
    }

    /** The place of a point of the box in the plane. */
    PlanePoint plane(double x, double y) {
        var across = model.field().xRange();
        var along = model.field().yRange();
        return new PlanePoint(across.min() + (x + 1) / 2 * across.width(), along.min() + (y + 1) / 2 * along.width());
    }
}
