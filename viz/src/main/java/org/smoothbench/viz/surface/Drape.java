package org.smoothbench.viz.surface;

/** Draws lines of the plane on the surface or on the floor. For one thread. */
final class Drape {
    private final HeightMesh mesh;
    private final LineBrush brush;

    Drape(HeightMesh mesh, LineBrush brush) {
        this.mesh = mesh;
        this.brush = brush;
    }

    /** Strokes the straight line between two places of the box along the surface, and leaves out where there is none. */
    void onSurface(Projection projection, double x1, double y1, double x2, double y2) {
        var cells = Math.max(Math.abs(x2 - x1) * (mesh.columns() - 1), Math.abs(y2 - y1) * (mesh.rows() - 1)) / 2;
        // Within a cell the surface has one bend, so a few steps in each follow it.
        var steps = (int) Math.clamp(Math.ceil(3 * cells), 1, 4000);
        var lastX = Double.NaN;
        var lastY = Double.NaN;
        var lastNear = Double.NaN;
        for (var i = 0; i <= steps; i++) {
            var x = x1 + (x2 - x1) * i / steps;
            var y = y1 + (y2 - y1) * i / steps;
            var z = mesh.heightAt(x, y);
            var atX = projection.screenX(x, y, z);
            var atY = projection.screenY(x, y, z);
            var near = projection.nearness(x, y, z);
            brush.stroke(lastX, lastY, lastNear, atX, atY, near);
            lastX = atX;
            lastY = atY;
            lastNear = near;
        }
    }

    /** Strokes a straight line between two points of the box. */
    void straight(Projection projection, double x1, double y1, double z1, double x2, double y2, double z2) {
        brush.stroke(
                projection.screenX(x1, y1, z1),
                projection.screenY(x1, y1, z1),
                projection.nearness(x1, y1, z1),
                projection.screenX(x2, y2, z2),
                projection.screenY(x2, y2, z2),
                projection.nearness(x2, y2, z2));
    }
}
