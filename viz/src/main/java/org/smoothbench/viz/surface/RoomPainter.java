package org.smoothbench.viz.surface;

import org.smoothbench.viz.chart.Ticks;

/** Paints what a surface stands in: the floor and the two walls behind it, with a line for each tick. For one thread. */
final class RoomPainter {
    /** Of the lines of ticks, in logical pixels. */
    static final double HAIRLINE = 0.8;

    private final LineBrush brush;
    private final Drape drape;
    private final TriangleScan scan;
    private final Projected corners = new Projected();
    private final FlatShader flat;

    RoomPainter(PixelGrid grid, LineBrush brush, Drape drape) {
        this.brush = brush;
        this.drape = drape;
        this.scan = new TriangleScan(grid);
        this.flat = new FlatShader(grid);
        corners.reserve(4);
    }

    void paint(SurfaceFrame frame, Projection projection, double pixels) {
        var axes = BoxAxes.of(frame.model(), projection);
        var look = frame.look();
        var farX = -axes.nearX();
        var farY = -axes.nearY();
        quad(projection, look.wall(), farX, -1, farX, 1, Box.FLOOR, Box.TOP);
        quad(projection, look.wall(), -1, farY, 1, farY, Box.FLOOR, Box.TOP);
        floor(projection, look.floor());
        brush.begin(HAIRLINE * pixels, Double.POSITIVE_INFINITY);
        for (var i = 0; i < axes.a().count(); i++) {
            var x = frame.boxX(axes.a().value(i));
            drape.straight(projection, x, -1, Box.FLOOR, x, 1, Box.FLOOR);
            drape.straight(projection, x, farY, Box.FLOOR, x, farY, Box.TOP);
        }
        for (var i = 0; i < axes.b().count(); i++) {
            var y = frame.boxY(axes.b().value(i));
            drape.straight(projection, -1, y, Box.FLOOR, 1, y, Box.FLOOR);
            drape.straight(projection, farX, y, Box.FLOOR, farX, y, Box.TOP);
        }
        for (var i = 0; i < axes.height().count(); i++) {
            var z = height(frame, axes.height(), i);
            drape.straight(projection, farX, -1, z, farX, 1, z);
            drape.straight(projection, -1, farY, z, 1, farY, z);
        }
        brush.end(look.grid(), 1);
    }

    private static double height(SurfaceFrame frame, Ticks ticks, int index) {
        return frame.model().scale().share(ticks.value(index)) * Box.TOP;
    }

    private void floor(Projection projection, int colour) {
        corner(projection, 0, -1, -1, Box.FLOOR);
        corner(projection, 1, 1, -1, Box.FLOOR);
        corner(projection, 2, 1, 1, Box.FLOOR);
        corner(projection, 3, -1, 1, Box.FLOOR);
        fill(colour);
    }

    private void quad(
            Projection projection, int colour, double x1, double y1, double x2, double y2, double low, double high) {
        corner(projection, 0, x1, y1, low);
        corner(projection, 1, x2, y2, low);
        corner(projection, 2, x2, y2, high);
        corner(projection, 3, x1, y1, high);
        fill(colour);
    }

    private void corner(Projection projection, int index, double x, double y, double z) {
        corners.place(index, projection, x, y, z);
    }

    private void fill(int colour) {
        flat.use(colour);
        scan.use(corners);
        scan.fill(0, 1, 2, flat);
        scan.fill(0, 2, 3, flat);
    }
}
