package org.smoothbench.viz.surface;

import org.smoothbench.viz.chart.Ticks;

/**
 * Paints surface, floor and walls as flat pictures, which JavaFX 3-D lays on their shapes: the same shaders and brushes as in
 * the software renderer, seen from above. Keeps its buffers. For one thread.
 */
final class TexturePainter {
    private static final double LINE = 1.2;

    private final PixelGrid grid = new PixelGrid();
    private final HeightMesh mesh = new HeightMesh();
    private final Projected vertices = new Projected();
    private final TriangleScan scan = new TriangleScan(grid);
    private final LineBrush brush = new LineBrush(grid);
    private final HeightShader heights = new HeightShader(grid);
    private final ClassShader classes = new ClassShader(grid);
    private final FloorShader floor = new FloorShader(grid);
    private final SurfaceInk ink = new SurfaceInk();

    /** Paints the surface with what lies on it; transparent where there is none. */
    void paintSurface(SurfaceFrame frame, int size, double pixels, int[] target) {
        grid.begin(size, size, 0);
        place(frame, size);
        var line = (float) (LINE * pixels);
        var levels = frame.model().linesOnSurface() ? ink.levels() : SurfaceInk.NO_LEVELS;
        switch (frame.model().view()) {
            case VALUES -> {
                heights.use(ink.colours(), levels, ink.lineColours(), line);
                TriangleGrid.scan(scan, mesh, heights);
            }
            case CLASSES -> {
                classes.use(ink.classColours(), levels, line);
                TriangleGrid.scan(scan, mesh, classes);
            }
        }
        FigureLines.onSurface(frame, brush, pixels, 1, flat(size));
        grid.shrinkInto(target, 1);
    }

    /** Paints the floor with its contour lines. */
    void paintFloor(SurfaceFrame frame, BoxAxes axes, int size, double pixels, int[] target) {
        grid.begin(size, size, frame.look().floor());
        place(frame, size);
        brush.begin(RoomPainter.HAIRLINE * pixels, Double.POSITIVE_INFINITY);
        for (var i = 0; i < axes.a().count(); i++) {
            flat(size)
                    .between(
                            frame.boxX(axes.a().value(i)),
                            -1,
                            frame.boxX(axes.a().value(i)),
                            1);
        }
        for (var i = 0; i < axes.b().count(); i++) {
            flat(size)
                    .between(
                            -1,
                            frame.boxY(axes.b().value(i)),
                            1,
                            frame.boxY(axes.b().value(i)));
        }
        brush.end(frame.look().grid(), 1);
        if (frame.model().linesOnFloor()) {
            floor.use(ink.levels(), ink.floorColours(), (float) (1.15 * LINE * pixels));
            TriangleGrid.scan(scan, mesh, floor);
        }
        FigureLines.onFloor(frame, brush, pixels, flat(size));
        grid.shrinkInto(target, 1);
    }

    /** Paints a wall with the lines of ticks across, at places of the box, and of heights; the top is at the top. */
    void paintWall(SurfaceFrame frame, double[] across, Ticks heightTicks, int size, double pixels, int[] target) {
        grid.begin(size, size, frame.look().wall());
        brush.begin(RoomPainter.HAIRLINE * pixels, Double.POSITIVE_INFINITY);
        for (var at : across) {
            brush.stroke(pixel(at, size), 0, 1, pixel(at, size), size, 1);
        }
        for (var i = 0; i < heightTicks.count(); i++) {
            var z = frame.model().scale().share(heightTicks.value(i)) * Box.TOP;
            var down = (Box.TOP - z) / (Box.TOP - Box.FLOOR) * size;
            brush.stroke(0, down, 1, size, down, 1);
        }
        brush.end(frame.look().grid(), 1);
        grid.shrinkInto(target, 1);
    }

    private void place(SurfaceFrame frame, int size) {
        mesh.update(frame);
        ink.update(frame);
        scan.use(vertices);
        vertices.reserve(mesh.columns() * mesh.rows());
        for (var row = 0; row < mesh.rows(); row++) {
            for (var column = 0; column < mesh.columns(); column++) {
                var at = row * mesh.columns() + column;
                vertices.place(at, pixel(mesh.x(column), size), pixel(mesh.y(row), size), 1);
                vertices.height[at] = mesh.share(at);
                vertices.shade[at] = 1;
            }
        }
    }

    private FigureLines.Stroke flat(int size) {
        return (x1, y1, x2, y2) ->
                brush.stroke(pixel(x1, size), pixel(y1, size), 1, pixel(x2, size), pixel(y2, size), 1);
    }

    private static double pixel(double box, int size) {
        return (box + 1) / 2 * size;
    }
}
