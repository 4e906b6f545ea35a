package org.smoothbench.viz.surface;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Ticks;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.field.SectionLine;
import org.smoothbench.viz.surface.PictureRing.Picture;

/** The pictures that JavaFX 3-D lays on surface, floor and walls. For one thread. */
final class RoomTextures {
    /** Pixels of a picture each way. */
    private static final int SIZE = 1024;

    private static final int WALL_SIZE = 512;

    private final TexturePainter painter = new TexturePainter();
    private final PictureRing surfaces = new PictureRing();
    private final PictureRing floors = new PictureRing();
    private final PictureRing wallsAcross = new PictureRing();
    private final PictureRing wallsAlong = new PictureRing();

    /** What the pictures depend on; the pose is not among it. */
    record Key(
            SurfaceModel model,
            @Nullable ScalarField target,
            double morph,
            SurfaceLook look,
            Optional<GridVertex> pointed,
            @Nullable SectionLine section) {
        static Key of(SurfaceFrame frame) {
            return new Key(
                    frame.model(), frame.target(), frame.morph(), frame.look(), frame.pointed(), frame.section());
        }
    }

    /**
     * Pictures of one moment.
     *
     * @param across the wall that b runs along
     * @param along the wall that a runs along
     */
    record Textures(Key key, Picture surface, Picture floor, Picture across, Picture along) {}

    Textures paint(SurfaceFrame frame) {
        var usual = new Projection(CameraPreset.ISO.pose(), frame.viewport());
        var axes = BoxAxes.of(frame.model(), usual);
        // Of a picture, what a logical pixel of the usual view covers.
        var pixels = SIZE * usual.pixel() / 2;
        var wallPixels = WALL_SIZE * usual.pixel() / 2;
        var surface = surfaces.next(SIZE, SIZE);
        painter.paintSurface(frame, SIZE, pixels, surface.pixels());
        var floor = floors.next(SIZE, SIZE);
        painter.paintFloor(frame, axes, SIZE, pixels, floor.pixels());
        var across = wallsAcross.next(WALL_SIZE, WALL_SIZE);
        var ofB = places(axes.b(), frame, false);
        painter.paintWall(frame, ofB, axes.height(), WALL_SIZE, wallPixels, across.pixels());
        var along = wallsAlong.next(WALL_SIZE, WALL_SIZE);
        var ofA = places(axes.a(), frame, true);
        painter.paintWall(frame, ofA, axes.height(), WALL_SIZE, wallPixels, along.pixels());
        return new Textures(Key.of(frame), surface, floor, across, along);
    }

    private static double[] places(Ticks ticks, SurfaceFrame frame, boolean ofA) {
        return IntStream.range(0, ticks.count())
                .mapToDouble(i -> ofA ? frame.boxX(ticks.value(i)) : frame.boxY(ticks.value(i)))
                .toArray();
    }
}
