package org.smoothbench.viz.surface;

/**
 * Paints a frame into pixels: walls and floor first, then the surface with a depth for each pixel, then what lies on it. Keeps
 * its buffers from one frame to the next. For one thread.
 */
final class SoftwarePainter {
    private final PixelGrid grid = new PixelGrid();
    private final HeightMesh mesh = new HeightMesh();
    private final Projected vertices = new Projected();
    private final TriangleScan scan = new TriangleScan(grid);
    private final LineBrush brush = new LineBrush(grid);
    private final Drape drape = new Drape(mesh, brush);
    private final RoomPainter room = new RoomPainter(grid, brush, drape);
    private final FigurePainter figures = new FigurePainter(mesh, brush, drape, new BallBrush(grid));
    private final HeightShader heights = new HeightShader(grid);
    private final ClassShader classes = new ClassShader(grid);
    private final FloorShader floor = new FloorShader(grid);
    private final SurfaceInk ink = new SurfaceInk();

    /**
     * Paints a frame.
     *
     * @param fineness pixels each way that are averaged to one of the target, 1 or above
     * @param target gets the picture's pixels row by row, opaque ARGB
     */
    void paint(SurfaceFrame frame, int width, int height, int fineness, int[] target) {
        paint(frame, width * fineness, height * fineness, fineness * frame.pixelScale());
        grid.shrinkInto(target, fineness);
    }

    private void paint(SurfaceFrame frame, int width, int height, double pixels) {
        grid.begin(width, height, frame.look().background());
        mesh.update(frame);
        ink.update(frame);
        var projection = new Projection(frame.pose(), new Viewport(width, height));
        var line = (float) (1.05 * pixels);
        room.paint(frame, projection, pixels);
        if (frame.model().linesOnFloor()) {
            floor.use(ink.levels(), ink.floorColours(), 1.15f * line);
            placeOnFloor(projection);
            scanAll(floor);
        }
        figures.paintFloor(frame, projection, pixels);
        placeOnSurface(projection);
        var levels = frame.model().linesOnSurface() ? ink.levels() : SurfaceInk.NO_LEVELS;
        switch (frame.model().view()) {
            case VALUES -> {
                heights.use(ink.colours(), levels, ink.lineColours(), line);
                scanAll(heights);
            }
            case CLASSES -> {
                classes.use(ink.classColours(), levels, line);
                scanAll(classes);
            }
        }
        figures.paintSurface(frame, projection, pixels);
    }

    private void scanAll(TriangleScan.Shader shader) {
        scan.use(vertices);
        TriangleGrid.scan(scan, mesh, shader);
    }

    private void placeOnFloor(Projection projection) {
        vertices.reserve(mesh.columns() * mesh.rows());
        for (var row = 0; row < mesh.rows(); row++) {
            for (var column = 0; column < mesh.columns(); column++) {
                var at = row * mesh.columns() + column;
                place(projection, at, mesh.x(column), mesh.y(row), Box.FLOOR);
            }
        }
    }

    private void placeOnSurface(Projection projection) {
        vertices.reserve(mesh.columns() * mesh.rows());
        var light = new Light(projection);
        for (var row = 0; row < mesh.rows(); row++) {
            for (var column = 0; column < mesh.columns(); column++) {
                var at = row * mesh.columns() + column;
                var z = mesh.share(at) * Box.TOP;
                place(projection, at, mesh.x(column), mesh.y(row), z);
                vertices.shade[at] = light.shade(mesh.normalX(at), mesh.normalY(at), mesh.normalZ(at));
            }
        }
    }

    private void place(Projection projection, int at, double x, double y, double z) {
        vertices.place(at, projection.screenX(x, y, z), projection.screenY(x, y, z), projection.nearness(x, y, z));
        vertices.height[at] = mesh.share(at);
    }
}
