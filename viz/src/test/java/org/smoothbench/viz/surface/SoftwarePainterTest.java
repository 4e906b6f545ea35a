package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.FieldView;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.field.SectionLine;

class SoftwarePainterTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 260;
    private static final ColourScale UNIT = new ColourScale(ColourMap.VIRIDIS, new Range(0, 1));
    private static final SurfaceWords WORDS = new SurfaceWords("", "a", "b", "loss", "");

    private static SurfaceModel bare(ScalarField field) {
        return SurfaceModel.of(field, UNIT, WORDS).withLines(List.of(), false, false);
    }

    private static int[] paint(SurfaceFrame frame, int fineness) {
        var pixels = new int[WIDTH * HEIGHT];
        new SoftwarePainter().paint(frame, WIDTH, HEIGHT, fineness, pixels);
        return pixels;
    }

    private static SurfaceFrame frame(SurfaceModel model, CameraPose pose) {
        return SampleSurfaces.frame(model, pose, WIDTH, HEIGHT, Looks.LIGHT);
    }

    private static int at(int[] pixels, SurfaceFrame frame, double x, double y, double z) {
        var projection = new Projection(frame.pose(), frame.viewport());
        return pixels[((int) projection.screenY(x, y, z)) * WIDTH + (int) projection.screenX(x, y, z)];
    }

    /** Whether a pixel has the colour of a height, in whatever light. */
    private static boolean isHeight(int pixel, double share) {
        var colour = UNIT.map().argb(share);
        for (var percent = 55; percent <= 125; percent++) {
            if (Golden.difference(HeightShader.shaded(colour, percent / 100f), pixel) <= 3) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whatIsNearerHidesWhatIsBehindWhicheverWayItIsSeen() {
        // A high wall at b = -1 and a low one at b = 1.
        DoubleBinaryOperator walls = (a, b) -> Math.abs(b + 1) < 0.11 ? 0.95 : Math.abs(b - 1) < 0.11 ? 0.5 : 0.02;
        var model = bare(SampleSurfaces.field(81, walls));

        var front = frame(model, new CameraPose(0, 4, 1, 0, 0));
        var back = frame(model, new CameraPose(180, 4, 1, 0, 0));

        // The crest of the low wall is hidden from the front and seen from behind.
        assertThat(isHeight(at(paint(front, 1), front, 0, 0.5, 0.49 * Box.TOP), 0.5))
                .isFalse();
        assertThat(isHeight(at(paint(back, 1), back, 0, 0.5, 0.49 * Box.TOP), 0.49))
                .isTrue();
        assertThat(isHeight(at(paint(front, 1), front, 0, -0.5, 0.94 * Box.TOP), 0.94))
                .isTrue();
    }

    @Test
    void holesAreLeftOutAndTheRestStays() {
        var model = bare(SampleSurfaces.field(41, (a, b) -> Math.hypot(a, b) < 0.6 ? Double.NaN : 0.5));
        var frame = frame(model, CameraPreset.TOP.pose());
        var pixels = paint(frame, 1);

        assertThat(at(pixels, frame, 0.09, 0.09, 0)).isEqualTo(Looks.LIGHT.floor());
        assertThat(isHeight(at(pixels, frame, 0.6, 0.6, 0), 0.5)).isTrue();
        assertThat(isHeight(at(pixels, frame, -0.45, 0, 0), 0.5)).isTrue();
    }

    @Test
    void aSurfaceOfOnlyHolesIsAnEmptyRoom() {
        var frame = frame(bare(SampleSurfaces.field(11, (a, b) -> Double.NaN)), CameraPreset.TOP.pose());

        assertThat(at(paint(frame, 1), frame, 0.1, 0.1, 0)).isEqualTo(Looks.LIGHT.floor());
    }

    @Test
    void whatLeavesTheRangeIsCutOffWhereItDoes() {
        // Height a / 2 + 0.5 leaves 0 to 1 at a = 1, which is 0.5 of the box.
        var model = bare(SampleSurfaces.field(11, (a, b) -> 0.5 + a / 2));
        var frame = frame(model, CameraPreset.TOP.pose());
        var pixels = paint(frame, 1);

        assertThat(isHeight(at(pixels, frame, 0.45, 0.1, Box.TOP), 0.95)).isTrue();
        assertThat(at(pixels, frame, 0.56, 0.1, Box.TOP)).isEqualTo(Looks.LIGHT.floor());
    }

    @Test
    void linesAreAsWideOnASlopeAsOnAPlateauNextToIt() {
        // Flat at the very level for a < 0: no band there, one line where the slope begins would be half seen at most.
        var field = SampleSurfaces.field(41, (a, b) -> a < 0 ? 0.5 : 0.5 + 0.1 * a);
        var model = SurfaceModel.of(field, UNIT, WORDS).withLines(List.of(0.5, 0.6), true, false);
        var frame = frame(model, CameraPreset.TOP.pose());
        var plain = paint(frame(bare(field), CameraPreset.TOP.pose()), 1);
        var lined = paint(frame, 1);
        var projection = new Projection(frame.pose(), frame.viewport());
        var row = (int) projection.screenY(0, 0.03, 0);

        var onPlateau = 0;
        var onSlope = 0;
        for (var x = 0; x < WIDTH; x++) {
            if (Golden.difference(plain[row * WIDTH + x], lined[row * WIDTH + x]) > 20) {
                if (x < projection.screenX(-0.1, 0, 0)) {
                    onPlateau++;
                } else if (x > projection.screenX(0.1, 0, 0)) {
                    onSlope++;
                }
            }
        }
        assertThat(onPlateau).isZero();
        assertThat(onSlope).isBetween(1, 3);
    }

    @Test
    void theEndsOfAMorphAreTheTwoSurfaces() {
        var from = SampleSurfaces.kinked(31);
        var to = SampleSurfaces.smooth(31);
        var scale = SampleSurfaces.scale(31);
        var alone = SampleSurfaces.model(from, scale, "one");
        var other = SampleSurfaces.model(to, scale, "one");
        var pose = CameraPreset.ISO.pose();

        assertThat(paint(morphed(alone, to, 0, pose), 1)).isEqualTo(paint(frame(alone, pose), 1));
        assertThat(paint(morphed(alone, to, 1, pose), 1)).isEqualTo(paint(frame(other, pose), 1));
        var half = paint(morphed(alone, to, 0.5, pose), 1);
        assertThat(half).isNotEqualTo(paint(frame(alone, pose), 1));
        var mean = SampleSurfaces.field(31, (a, b) -> (from.at(a, b) + to.at(a, b)) / 2);
        var meant = paint(frame(SampleSurfaces.model(mean, scale, "one"), pose), 1);
        var different = 0;
        for (var i = 0; i < half.length; i++) {
            different += Golden.difference(half[i], meant[i]) > 8 ? 1 : 0;
        }
        // Means of floats are rounded, which moves a line by a hair.
        assertThat(different).isLessThan(half.length / 500);
    }

    private static SurfaceFrame morphed(SurfaceModel model, ScalarField target, double share, CameraPose pose) {
        return new SurfaceFrame(
                model, target, share, pose, new Viewport(WIDTH, HEIGHT), 1, Looks.LIGHT, Optional.empty(), null, true);
    }

    @ParameterizedTest
    @EnumSource
    void looksAsItDidWhenItWasLookedAt(Scene scene) throws IOException {
        var field = SampleSurfaces.kinked(51);
        var scale = SampleSurfaces.scale(51);
        var model = SampleSurfaces.model(field, scale, "ReLU");
        var look = scene == Scene.DARK ? Looks.DARK : Looks.LIGHT;
        var pose = scene == Scene.MAP ? CameraPreset.TOP.pose() : CameraPreset.ISO.pose();
        var shown = scene == Scene.CLASSES ? model.withView(FieldView.CLASSES, model.classes()) : model;
        var frame = new SurfaceFrame(
                shown,
                null,
                0,
                pose,
                new Viewport(WIDTH, HEIGHT),
                1,
                look,
                scene == Scene.LIGHT ? Optional.of(new GridVertex(30, 14)) : Optional.empty(),
                scene == Scene.DARK ? new SectionLine(-1.5, -1, 1.5, 1) : null,
                true);

        Golden.check(scene.name().toLowerCase(java.util.Locale.ROOT), paint(frame, 2), WIDTH, HEIGHT);
    }

    /** What the kept pictures show. */
    enum Scene {
        LIGHT,
        DARK,
        CLASSES,
        MAP
    }

    @ParameterizedTest
    @EnumSource
    void halvesScannedSideBySideMakeTheSamePicture(FieldView view) {
        var model = SampleSurfaces.model(SampleSurfaces.kinked(61), SampleSurfaces.scale(61), "ReLU");
        var frame = frame(model.withView(view, model.classes()), CameraPreset.ISO.pose());
        var whole = new int[WIDTH * HEIGHT];
        var halves = new int[WIDTH * HEIGHT];

        new SoftwarePainter(Integer.MAX_VALUE).paint(frame, WIDTH, HEIGHT, 1, whole);
        new SoftwarePainter(1).paint(frame, WIDTH, HEIGHT, 1, halves);

        assertThat(halves).isEqualTo(whole);
    }

    @Test
    void aThousandFramesAllocateNextToNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var painter = new SoftwarePainter();
        var pixels = new int[WIDTH * HEIGHT];
        var model = SampleSurfaces.model(SampleSurfaces.kinked(41), SampleSurfaces.scale(41), "ReLU");
        var target = SampleSurfaces.smooth(41);
        for (var i = 0; i < 50; i++) {
            painter.paint(morphed(model, target, i / 50.0, CameraPreset.ISO.pose()), WIDTH, HEIGHT, 1, pixels);
        }
        var id = Thread.currentThread().threadId();
        var before = threads.getThreadAllocatedBytes(id);
        for (var i = 0; i < 1000; i++) {
            var pose = new CameraPose(i, 20 + 10 * Math.sin(i), 1, 0, 0);
            painter.paint(morphed(model, target, i % 100 / 100.0, pose), WIDTH, HEIGHT, 1, pixels);
        }
        var perFrame = (threads.getThreadAllocatedBytes(id) - before) / 1000;
        // A few records: ticks, rays, the pose. A picture's buffers would be 600,000 bytes.
        assertThat(perFrame).isLessThan(8_000);
    }
}
