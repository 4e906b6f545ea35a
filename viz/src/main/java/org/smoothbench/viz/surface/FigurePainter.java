package org.smoothbench.viz.surface;

/** Paints what lies on a surface and on the floor below it: lines, the marks' pins, balls. For one thread. */
final class FigurePainter {
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
        FigureLines.onFloor(
                frame,
                brush,
                pixels,
                (x1, y1, x2, y2) -> drape.straight(projection, x1, y1, Box.FLOOR, x2, y2, Box.FLOOR));
    }

    void paintSurface(SurfaceFrame frame, Projection projection, double pixels) {
        FigureLines.onSurface(
                frame,
                brush,
                pixels,
                projection.lift(),
                (x1, y1, x2, y2) -> drape.onSurface(projection, x1, y1, x2, y2));
        brush.begin(1.1 * pixels, projection.lift());
        for (var mark : frame.model().marks()) {
            var x = frame.boxX(mark.x());
            var y = frame.boxY(mark.y());
            drape.straight(projection, x, y, Box.FLOOR, x, y, mesh.heightAt(x, y));
        }
        brush.end(frame.look().text(), 0.55);
        for (var ball : SurfaceBall.of(frame)) {
            ball(frame, projection, ball, pixels);
        }
    }

    private void ball(SurfaceFrame frame, Projection projection, SurfaceBall ball, double pixels) {
        var x = ball.x();
        var y = ball.y();
        var z = mesh.heightAt(x, y);
        var near = projection.nearness(x, y, z);
        var radius = ball.radius() * pixels;
        // A ball of this radius reaches so much farther towards the eye.
        var bulge = radius * projection.pixel() * near * 1.5;
        balls.draw(
                projection.screenX(x, y, z),
                projection.screenY(x, y, z),
                near,
                radius,
                bulge,
                ball.colour(),
                frame.look().casing());
    }
}
