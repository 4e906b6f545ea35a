package org.smoothbench.viz.surface;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/**
 * Paints a frame into pixels: walls and floor first, then the surface with a depth for each pixel, then what lies on it. Keeps
 * its buffers from one frame to the next. For one thread.
 */
final class SoftwarePainter {
    /** From so many vertices on, the work is shared by two threads. */
    private static final int WORTH_DIVIDING = 150 * 150;

    private final PixelGrid grid = new PixelGrid();
    private final HeightMesh mesh = new HeightMesh();
    private final Projected vertices = new Projected();
    private final LineBrush brush = new LineBrush(grid);
    private final Drape drape = new Drape(mesh, brush);
    private final RoomPainter room = new RoomPainter(grid, brush, drape);
    private final FigurePainter figures = new FigurePainter(mesh, brush, drape, new BallBrush(grid));
    private final List<PictureBand> bands = List.of(new PictureBand(grid), new PictureBand(grid));
    private final SurfaceInk ink = new SurfaceInk();
    private final int worthDividing;
    private boolean divided;

    SoftwarePainter() {
        this(WORTH_DIVIDING);
    }

    /** One that shares its work from so many vertices on. */
    SoftwarePainter(int worthDividing) {
        this.worthDividing = worthDividing;
    }

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
        var field = frame.model().field();
        divided = field.columns() * field.rows() >= worthDividing;
        grid.begin(width, height, frame.look().background());
        var projection = new Projection(frame.pose(), new Viewport(width, height));
        var line = (float) (1.05 * pixels);
        both(
                () -> {
                    mesh.update(frame);
                    ink.update(frame);
                    placeOnFloor(frame, projection);
                },
                () -> room.paint(frame, projection, pixels));
        if (frame.model().linesOnFloor()) {
            scan(band -> {
                band.floor().use(ink.levels(), ink.floorColours(), 1.15f * line);
                return band.floor();
            });
        }
        both(() -> placeOnSurface(projection), () -> figures.paintFloor(frame, projection, pixels));
        var levels = frame.model().linesOnSurface() ? ink.levels() : SurfaceInk.NO_LEVELS;
        switch (frame.model().view()) {
            case VALUES ->
                scan(band -> {
                    band.heights().use(ink.colours(), levels, ink.lineColours(), line);
                    return band.heights();
                });
            case CLASSES ->
                scan(band -> {
                    band.classes().use(ink.classColours(), levels, line);
                    return band.classes();
                });
        }
        figures.paintSurface(frame, projection, pixels);
    }

    private void scan(Function<PictureBand, TriangleScan.Shader> prepared) {
        var end = grid.height();
        var middle = divided ? vertices.middleRow(mesh.columns() * mesh.rows(), end) : end;
        both(() -> scan(bands.getLast(), middle, end, prepared), () -> scan(bands.getFirst(), 0, middle, prepared));
    }

    /** Does two things that touch nothing in common: side by side if the picture is worth that. */
    private void both(Runnable there, Runnable here) {
        if (divided) {
            var other = ForkJoinPool.commonPool().submit(there);
            here.run();
            other.join();
        } else {
            there.run();
            here.run();
        }
    }

    private void scan(PictureBand band, int first, int end, Function<PictureBand, TriangleScan.Shader> prepared) {
        if (first >= end) {
            return;
        }
        band.scan().use(vertices, first, end);
        TriangleGrid.scan(band.scan(), mesh, prepared.apply(band));
    }

    private void placeOnFloor(SurfaceFrame frame, Projection projection) {
        if (!frame.model().linesOnFloor()) {
            return;
        }
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
        vertices.place(at, projection, x, y, z);
        vertices.height[at] = mesh.share(at);
    }
}
