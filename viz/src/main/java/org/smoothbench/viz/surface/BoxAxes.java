package org.smoothbench.viz.surface;

import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Ticks;

/**
 * The ticks of a box and the edges that carry them, as the view has it: a and b along the floor's edges that are nearest to
 * the eye, the height at the left. Immutable; any thread.
 *
 * @param nearX where b's axis stands, -1 or 1; the wall across stands at the other end
 * @param nearY where a's axis stands, -1 or 1; the wall along stands at the other end
 * @param heightX where the axis of the height stands
 * @param heightY where the axis of the height stands
 */
record BoxAxes(Ticks a, Ticks b, Ticks height, int nearX, int nearY, int heightX, int heightY) {
    private static final int MOST_ALONG = 5;
    private static final int MOST_UPRIGHT = 5;

    static BoxAxes of(SurfaceModel model, Projection projection) {
        var eye = projection.axes()[2];
        var nearX = eye[0] >= 0 ? 1 : -1;
        var nearY = eye[1] > 0 ? 1 : -1;
        // Of the two upright edges that border the box on the screen, the left one.
        var isLeft = projection.screenX(nearX, -nearY, 0) < projection.screenX(-nearX, nearY, 0);
        return new BoxAxes(
                ticks(model.field().xRange(), MOST_ALONG),
                ticks(model.field().yRange(), MOST_ALONG),
                ticks(model.scale().values(), MOST_UPRIGHT),
                nearX,
                nearY,
                isLeft ? nearX : -nearX,
                isLeft ? -nearY : nearY);
    }

    private static Ticks ticks(Range range, int most) {
        return Ticks.within(range, most, 0);
    }
}
