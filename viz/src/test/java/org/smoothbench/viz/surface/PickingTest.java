package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.field.ColourScale;

class PickingTest {
    private static final Viewport VIEWPORT = new Viewport(500, 450);
    private static final SurfaceWords WORDS = new SurfaceWords("", "a", "b", "loss", "");

    /** Heights from 0 to 1 over 21 by 21 vertices, a and b from -2 to 2. */
    private static SurfaceFrame frame(CameraPose pose, DoubleBinaryOperator height) {
        var scale = new ColourScale(ColourMap.VIRIDIS, new Range(0, 1));
        var model = SurfaceModel.of(SampleSurfaces.field(21, height), scale, WORDS);
        return SampleSurfaces.frame(model, pose, VIEWPORT.width(), VIEWPORT.height(), Looks.LIGHT);
    }

    @Test
    void findsTheVertexThatIsSeenThere() {
        var frame = frame(CameraPreset.ISO.pose(), (a, b) -> 0.3 + 0.1 * a * b / 4);
        var projection = new Projection(frame.pose(), VIEWPORT);
        // Column 12 and row 5 of 21 lie at 0.2 and -0.5 of the box, at a = 0.4 and b = -1.
        var z = (0.3 + 0.1 * 0.4 * -1 / 4) * Box.TOP;
        var x = projection.screenX(0.2, -0.5, z);
        var y = projection.screenY(0.2, -0.5, z);

        assertThat(new Picking(frame).vertex(x, y)).contains(new GridVertex(12, 5));
        assertThat(new Picking(frame).vertex(x + 2, y - 2)).contains(new GridVertex(12, 5));
        var met = new Picking(frame).surface(x, y).orElseThrow();
        assertThat(met[0]).isCloseTo(0.2, within(1e-4));
        assertThat(met[1]).isCloseTo(-0.5, within(1e-4));
        assertThat(met[2]).isCloseTo(z, within(1e-4));
    }

    @Test
    void meetsTheNearerOfTwoRidges() {
        // Seen from the front, a ridge at b = -1 hides a lower one at b = 1.
        var frame = frame(
                CameraPreset.FRONT.pose(), (a, b) -> Math.abs(b + 1) < 0.15 ? 1 : Math.abs(b - 1) < 0.15 ? 0.8 : 0);
        var projection = new Projection(frame.pose(), VIEWPORT);
        var x = projection.screenX(0, 0.5, 0.6 * Box.TOP);
        var y = projection.screenY(0, 0.5, 0.6 * Box.TOP);

        var met = new Picking(frame).surface(x, y).orElseThrow();

        assertThat(met[1]).isBetween(-0.6, -0.5);
    }

    @Test
    void findsNothingInHolesAndBesideTheSurface() {
        var frame = frame(CameraPreset.TOP.pose(), (a, b) -> a > 0.5 ? Double.NaN : 0.5);
        var picking = new Picking(frame);
        var projection = new Projection(frame.pose(), VIEWPORT);

        assertThat(picking.vertex(projection.screenX(0.6, 0, 0), projection.screenY(0.6, 0, 0)))
                .isEmpty();
        assertThat(picking.vertex(projection.screenX(-0.6, 0, 0), projection.screenY(-0.6, 0, 0)))
                .contains(new GridVertex(4, 10));
        assertThat(picking.vertex(3, 3)).isEmpty();
        var floor = picking.floor(projection.screenX(0.6, 0.2, Box.FLOOR), projection.screenY(0.6, 0.2, Box.FLOOR))
                .orElseThrow();
        assertThat(floor[0]).isCloseTo(0.6, within(1e-6));
        assertThat(floor[1]).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void meetsWhatIsSeenInTheMiddleOfAMorph() {
        var flat = frame(CameraPreset.ISO.pose(), (a, b) -> 0);
        var half = new SurfaceFrame(
                flat.model(),
                SampleSurfaces.field(21, (a, b) -> 1),
                0.5,
                flat.pose(),
                VIEWPORT,
                1,
                flat.look(),
                flat.pointed(),
                null,
                true);
        var projection = new Projection(flat.pose(), VIEWPORT);
        var z = Box.TOP / 2;

        var met = new Picking(half)
                .surface(projection.screenX(0.1, 0.1, z), projection.screenY(0.1, 0.1, z))
                .orElseThrow();

        assertThat(met[0]).isCloseTo(0.1, within(1e-4));
        assertThat(met[2]).isCloseTo(z, within(1e-4));
    }
}
