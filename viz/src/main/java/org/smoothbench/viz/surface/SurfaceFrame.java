package org.smoothbench.viz.surface;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.field.SectionLine;

/**
 * Everything that decides how one picture looks. Immutable; any thread.
 *
 * @param target what the model's field turns into; null for nothing
 * @param morph how much of the target is seen, 0 to 1
 * @param pixelScale device pixels per logical pixel
 * @param pointed the vertex under the cross
 * @param section the line that the surface is cut along; null for none
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
        @Nullable SectionLine section,
        boolean still) {

    /** The same from elsewhere. */
    SurfaceFrame from(CameraPose other) {
        return new SurfaceFrame(model, target, morph, other, viewport, pixelScale, look, pointed, section, still);
    }

    /** The same, fine, for a picture of another size. */
    SurfaceFrame still(Viewport size, double scale, SurfaceLook colours) {
        return new SurfaceFrame(model, target, morph, pose, size, scale, colours, pointed, section, true);
    }

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

    /** The a of a place of the box. */
    double a(double x) {
        var range = model.field().xRange();
        return range.min() + (x + 1) / 2 * range.width();
    }

    /** The b of a place of the box. */
    double b(double y) {
        var range = model.field().yRange();
        return range.min() + (y + 1) / 2 * range.width();
    }
}
