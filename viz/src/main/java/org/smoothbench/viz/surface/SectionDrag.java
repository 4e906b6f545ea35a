package org.smoothbench.viz.surface;

import java.util.Optional;
import java.util.stream.Stream;
import org.smoothbench.viz.field.SectionEnd;
import org.smoothbench.viz.field.SectionLine;

/** An end of the cut in a person's hand: it follows the pointer over the surface, and over the floor beside it. */
final class SectionDrag {
    private static final double REACH = 12;

    private final SurfaceView view;
    private final SurfacePane pane;
    private final SectionEnd end;

    private SectionDrag(SurfaceView view, SurfacePane pane, SectionEnd end) {
        this.view = view;
        this.pane = pane;
        this.end = end;
    }

    /** The end that is seen at a point of the view, on the surface or on the floor, if one is. */
    static Optional<SectionDrag> at(SurfaceView view, SurfacePane pane, double x, double y) {
        return pane.shown().flatMap(frame -> {
            var cut = frame.section();
            return cut == null
                    ? Optional.<SectionDrag>empty()
                    // B lies above A where both are at the same place.
                    : Stream.of(SectionEnd.B, SectionEnd.A)
                            .filter(end -> isNear(frame, pane, cut, end, x, y))
                            .findFirst()
                            .map(end -> new SectionDrag(view, pane, end));
        });
    }

    private static boolean isNear(
            SurfaceFrame frame, SurfacePane pane, SectionLine cut, SectionEnd end, double x, double y) {
        var boxX = frame.boxX(cut.x(end));
        var boxY = frame.boxY(cut.y(end));
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
                    .ifPresent(met -> moveTo(frame, frame.a(met[0]), frame.b(met[1])));
        });
    }

    private void moveTo(SurfaceFrame frame, double a, double b) {
        var cut = view.sectionProperty().get();
        if (cut != null) {
            view.sectionProperty().set(cut.moved(end, a, b, frame.model().field()));
        }
    }
}
