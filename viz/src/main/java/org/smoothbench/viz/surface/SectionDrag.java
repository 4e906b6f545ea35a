package org.smoothbench.viz.surface;

import java.util.Optional;

/** An end of the cut in a person's hand: it follows the pointer over the surface, and over the floor beside it. */
final class SectionDrag {
    private static final double REACH = 12;

    private final SurfaceView view;
    private final SurfacePane pane;
    private final boolean first;

    private SectionDrag(SurfaceView view, SurfacePane pane, boolean first) {
        this.view = view;
        this.pane = pane;
        this.first = first;
    }

    /** The end that is seen at a point of the view, on the surface or on the floor, if one is. */
    static Optional<SectionDrag> at(SurfaceView view, SurfacePane pane, double x, double y) {
        return pane.shown()
                .flatMap(frame -> frame.section().flatMap(cut -> {
                    if (isNear(frame, pane, cut.to(), x, y)) {
                        return Optional.of(new SectionDrag(view, pane, false));
                    }
                    return isNear(frame, pane, cut.from(), x, y)
                            ? Optional.of(new SectionDrag(view, pane, true))
                            : Optional.empty();
                }));
    }

    private static boolean isNear(SurfaceFrame frame, SurfacePane pane, PlanePoint end, double x, double y) {
        var projection = new Projection(frame.pose(), frame.viewport());
        var boxX = frame.boxX(end.a());
        var boxY = frame.boxY(end.b());
        var picture = pane.picture();
        for (var z : new double[] {new HeightLookup(frame).at(boxX, boxY), Box.FLOOR}) {
            var atX = picture.getMinX() + projection.screenX(boxX, boxY, z);
            var atY = picture.getMinY() + projection.screenY(boxX, boxY, z);
            if (Math.hypot(atX - x, atY - y) <= REACH) {
                return true;
            }
        }
        return false;
    }

    void to(double x, double y) {
        pane.shown().ifPresent(frame -> {
            var picking = new Picking(frame);
            var picture = pane.picture();
            picking.surface(x - picture.getMinX(), y - picture.getMinY())
                    .or(() -> picking.floor(x - picture.getMinX(), y - picture.getMinY()))
                    .ifPresent(met -> moveTo(frame.plane(Math.clamp(met[0], -1, 1), Math.clamp(met[1], -1, 1))));
        });
    }

    private void moveTo(PlanePoint place) {
        view.sectionProperty()
                .set(view.sectionProperty()
                        .get()
                        .map(cut ->
                                first ? new SurfaceSection(place, cut.to()) : new SurfaceSection(cut.from(), place)));
    }
}
