package org.smoothbench.viz.surface;

import java.util.ArrayList;
import java.util.List;

/**
 * A ball on a surface: a marker, an end of the cut or the vertex that is pointed at.
 *
 * @param radius in logical pixels
 * @param colour as opaque ARGB
 */
record SurfaceBall(PlanePoint at, double radius, int colour) {
    static List<SurfaceBall> of(SurfaceFrame frame) {
        var look = frame.look();
        var balls = new ArrayList<SurfaceBall>();
        frame.section().ifPresent(cut -> {
            balls.add(new SurfaceBall(cut.from(), FigurePainter.HANDLE_RADIUS, look.section()));
            balls.add(new SurfaceBall(cut.to(), FigurePainter.HANDLE_RADIUS, look.section()));
        });
        for (var marker : frame.model().markers()) {
            var colour = switch (marker.kind()) {
                case CLEAN -> look.clean();
                case ADVERSARIAL -> look.adversarial();
            };
            balls.add(new SurfaceBall(marker.at(), FigurePainter.MARKER_RADIUS, colour));
        }
        var field = frame.model().field();
        frame.pointed()
                .map(vertex -> new PlanePoint(field.x(vertex.column()), field.y(vertex.row())))
                .ifPresent(at -> balls.add(new SurfaceBall(at, FigurePainter.CROSS_RADIUS, look.clean())));
        return balls;
    }
}
