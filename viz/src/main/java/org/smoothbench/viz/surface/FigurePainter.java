package org.smoothbench.viz.surface;

/** Paints what lies on a surface and on the floor below it: budget, path, cut, markers and the cross. For one thread. */
final class FigurePainter {
    /** Of a marker's ball, in logical pixels. */
    static final double MARKER_RADIUS = 6.5;
    /** Of the balls at the ends of a cut, in logical pixels. */
    static final double HANDLE_RADIUS = 5.5;

    private static final double CROSS_RADIUS = 4;

    private final HeightMesh mesh;
    private final LineBrush brush;
    private final Drape drape;
    private final BallBrush balls;

    FigurePainter(HeightMesh mesh, LineBrush brush, Drape drape, BallBrush balls) {
        this.mesh = mesh;
        this.brush = brush;
        this.drape = drape;
        this.balls = balls;
    }

    void paintFloor(SurfaceFrame frame, Projection projection, double pixels) {
        var look = frame.look();
        brush.begin(1.3 * pixels, Double.POSITIVE_INFINITY);
        budget(frame, (x1, y1, x2, y2) -> onFloor(projection, x1, y1, x2, y2));
        brush.end(look.text(), 0.7);
        brush.begin(1.6 * pixels, Double.POSITIVE_INFINITY);
        path(frame, (x1, y1, x2, y2) -> onFloor(projection, x1, y1, x2, y2));
        brush.end(look.path(), 0.8);
        brush.begin(1.8 * pixels, Double.POSITIVE_INFINITY);
        section(frame, (x1, y1, x2, y2) -> onFloor(projection, x1, y1, x2, y2));
        brush.end(look.section(), 0.9);
    }

    void paintSurface(SurfaceFrame frame, Projection projection, double pixels) {
        var look = frame.look();
        Stroke onSurface = (x1, y1, x2, y2) -> drape.onSurface(projection, x1, y1, x2, y2);
        begin(projection, 1.7 * pixels);
        budget(frame, onSurface);
        brush.end(look.clean(), 0.9);
        cased(frame, projection, pixels, 2.2, look.section(), () -> section(frame, onSurface));
        begin(projection, 1.1 * pixels);
        cross(frame, onSurface);
        brush.end(look.clean(), 0.9);
        cased(frame, projection, pixels, 2.6, look.path(), () -> path(frame, onSurface));
        begin(projection, 1.1 * pixels);
        frame.model().markers().forEach(marker -> pin(frame, projection, marker));
        brush.end(look.text(), 0.55);
        balls(frame, projection, pixels);
    }

    private interface Stroke {
        void between(double x1, double y1, double x2, double y2);
    }

    private void onFloor(Projection projection, double x1, double y1, double x2, double y2) {
        drape.straight(projection, x1, y1, Box.FLOOR, x2, y2, Box.FLOOR);
    }

    private void begin(Projection projection, double width) {
        brush.begin(width, projection.lift());
    }

    /** A line with a dark border, which is seen on every colour. */
    private void cased(
            SurfaceFrame frame, Projection projection, double pixels, double width, int colour, Runnable strokes) {
        begin(projection, (width + 1.8) * pixels);
        strokes.run();
        brush.end(frame.look().casing(), 0.55);
        begin(projection, width * pixels);
        strokes.run();
        brush.end(colour, 1);
    }

    private static void budget(SurfaceFrame frame, Stroke stroke) {
        if (frame.model().budget().isEmpty()) {
            return;
        }
        var half = frame.model().budget().getAsDouble();
        var left = frame.boxX(-half);
        var right = frame.boxX(half);
        var low = frame.boxY(-half);
        var high = frame.boxY(half);
        var middleX = frame.boxX(0);
        var middleY = frame.boxY(0);
        stroke.between(right, middleY, middleX, high);
        stroke.between(middleX, high, left, middleY);
        stroke.between(left, middleY, middleX, low);
        stroke.between(middleX, low, right, middleY);
    }

    private static void path(SurfaceFrame frame, Stroke stroke) {
        var points = frame.model().path();
        for (var i = 1; i < points.size(); i++) {
            between(frame, points.get(i - 1), points.get(i), stroke);
        }
    }

    private static void section(SurfaceFrame frame, Stroke stroke) {
        frame.section().ifPresent(cut -> between(frame, cut.from(), cut.to(), stroke));
    }

    private static void between(SurfaceFrame frame, PlanePoint from, PlanePoint to, Stroke stroke) {
        stroke.between(frame.boxX(from.a()), frame.boxY(from.b()), frame.boxX(to.a()), frame.boxY(to.b()));
    }

    private void cross(SurfaceFrame frame, Stroke stroke) {
        frame.pointed().ifPresent(vertex -> {
            var x = mesh.x(vertex.column());
            var y = mesh.y(vertex.row());
            stroke.between(-1, y, 1, y);
            stroke.between(x, -1, x, 1);
        });
    }

    private void pin(SurfaceFrame frame, Projection projection, SurfaceMarker marker) {
        var x = frame.boxX(marker.at().a());
        var y = frame.boxY(marker.at().b());
        drape.straight(projection, x, y, Box.FLOOR, x, y, mesh.heightAt(x, y));
    }

    private void balls(SurfaceFrame frame, Projection projection, double pixels) {
        var look = frame.look();
        frame.section().ifPresent(cut -> {
            ball(frame, projection, cut.from(), HANDLE_RADIUS * pixels, look.section());
            ball(frame, projection, cut.to(), HANDLE_RADIUS * pixels, look.section());
        });
        for (var marker : frame.model().markers()) {
            var colour = switch (marker.kind()) {
                case CLEAN -> look.clean();
                case ADVERSARIAL -> look.adversarial();
            };
            ball(frame, projection, marker.at(), MARKER_RADIUS * pixels, colour);
        }
        frame.pointed().ifPresent(vertex -> {
            var at = frame.plane(mesh.x(vertex.column()), mesh.y(vertex.row()));
            ball(frame, projection, at, CROSS_RADIUS * pixels, look.clean());
        });
    }

    private void ball(SurfaceFrame frame, Projection projection, PlanePoint at, double radius, int colour) {
        var x = frame.boxX(at.a());
        var y = frame.boxY(at.b());
        var z = mesh.heightAt(x, y);
        var near = projection.nearness(x, y, z);
        // A ball of this radius reaches so much farther towards the eye.
        var bulge = radius * projection.pixel() * near * 1.5;
        balls.draw(
                projection.screenX(x, y, z),
                projection.screenY(x, y, z),
                near,
                radius,
                bulge,
                colour,
                frame.look().casing());
    }
}
