package org.smoothbench.viz.surface;

import java.util.ArrayList;
import java.util.List;

/**
 * A ball on a surface: a mark, an end of the cut or the vertex that is pointed at.
 *
 * @param x in the box
 * @param y in the box
 * @param radius in logical pixels
 * @param colour as opaque ARGB
 */
record SurfaceBall(double x, double y, double radius, int colour) {
    /** Of a mark's ball, in logical pixels. */
    static final double MARK = 6.5;

    private static final double HANDLE = 5.5;
    private static final double POINTED = 4;

    static List<SurfaceBall> of(SurfaceFrame frame) {
        var look = frame.look();
        var balls = new ArrayList<SurfaceBall>();
        var cut = frame.section();
        if (cut != null) {
            balls.add(new SurfaceBall(frame.boxX(cut.fromX()), frame.boxY(cut.fromY()), HANDLE, look.section()));
            balls.add(new SurfaceBall(frame.boxX(cut.toX()), frame.boxY(cut.toY()), HANDLE, look.section()));
        }
        for (var mark : frame.model().marks()) {
            var colour = balls.size() == (cut == null ? 0 : 2) ? look.clean() : look.adversarial();
            balls.add(new SurfaceBall(frame.boxX(mark.x()), frame.boxY(mark.y()), MARK, colour));
        }
        var field = frame.model().field();
        frame.pointed()
                .ifPresent(at -> balls.add(new SurfaceBall(
                        frame.boxX(field.x(at.column())), frame.boxY(field.y(at.row())), POINTED, look.clean())));
        return balls;
    }
}
