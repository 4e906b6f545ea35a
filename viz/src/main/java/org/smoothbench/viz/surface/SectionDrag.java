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
        return pane.shown().flatMap(frame -> {
            var cut = frame.section();
            if (cut != null && isNear(frame, pane, frame.boxX(cut.toX()), frame.boxY(cut.toY()), x, y)) {
                return Optional.of(new SectionDrag(view, pane, false));
            }
            return cut != null && isNear(frame, pane, frame.boxX(cut.fromX()), frame.boxY(cut.fromY()), x, y)
                    ? Optional.of(new SectionDrag(view, pane, true))
                    : Optional.empty();
        });
    }

    private static boolean isNear(SurfaceFrame frame, SurfacePane pane, double boxX, double boxY, double x, double y) {
        var projection = new Projection(frame.pose(), frame.viewport());
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
            var atX = x - pane.picture().getMinX();
            var atY = y - pane.picture().getMinY();
            picking.surface(atX, atY)
                    .or(() -> picking.floor(atX, atY))
                    .ifPresent(met -> moveTo(frame.a(Math.clamp(met[0], -1, 1)), frame.b(Math.clamp(met[1], -1, 1))));
        });
    }

    private void moveTo(double a, double b) {
        var cut = view.sectionProperty().get();
        if (cut != null) {
            view.sectionProperty().set(first ? cut.from(a, b) : cut.to(a, b));
        }
    }
}
