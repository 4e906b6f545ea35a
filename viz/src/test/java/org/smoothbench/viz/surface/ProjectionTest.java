package org.smoothbench.viz.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {
    private static final Viewport VIEWPORT = new Viewport(670, 550);
    /** In the middle of the box a half width of the surface is min(670 / 3.35, 550 / 2.75) pixels at a zoom of 1. */
    private static final double UNIT = 200;

    private static final double DISTANCE = 6.5;

    private static Projection from(double azimuth, double elevation, double zoom) {
        return new Projection(new CameraPose(azimuth, elevation, zoom, 0, 0), VIEWPORT);
    }

    @Test
    void theMiddleOfTheBoxIsInTheMiddleOfThePicture() {
        var projection = from(-38, 27, 3);

        assertThat(projection.screenX(0, 0, Box.CENTRE)).isCloseTo(335, within(1e-9));
        assertThat(projection.screenY(0, 0, Box.CENTRE)).isCloseTo(275, within(1e-9));
    }

    @Test
    void fromTheFrontALeadsRightAndHeightUp() {
        var front = from(0, 0, 1);

        assertThat(front.screenX(0.5, 0, Box.CENTRE)).isCloseTo(335 + 0.5 * UNIT, within(1e-9));
        assertThat(front.screenY(0, 0, Box.CENTRE + 0.5)).isCloseTo(275 - 0.5 * UNIT, within(1e-9));
        // b leads away: at b = 1 the eye is farther by 1, so that everything is smaller by D / (D + 1).
        assertThat(front.screenX(0.5, 1, Box.CENTRE))
                .isCloseTo(335 + 0.5 * UNIT * DISTANCE / (DISTANCE + 1), within(1e-9));
        assertThat(front.nearness(0, 1, Box.CENTRE)).isCloseTo(1 / (DISTANCE + 1), within(1e-12));
    }

    @Test
    void aQuarterAroundCounterClockwiseBLeadsRight() {
        var right = from(90, 0, 1);

        assertThat(right.screenX(0, 0.5, Box.CENTRE)).isCloseTo(335 + 0.5 * UNIT, within(1e-9));
        assertThat(right.nearness(1, 0, Box.CENTRE)).isCloseTo(1 / (DISTANCE - 1), within(1e-12));
    }

    @Test
    void fromAboveItIsAMap() {
        var top = from(0, 90, 1);

        assertThat(top.screenX(0.8, 0.3, Box.CENTRE)).isCloseTo(335 + 0.8 * UNIT, within(1e-9));
        assertThat(top.screenY(0.8, 0.3, Box.CENTRE)).isCloseTo(275 - 0.3 * UNIT, within(1e-9));
        // Highest and lowest points of the same place are less than a pixel apart.
        assertThat(top.screenX(1, 1, Box.TOP)).isCloseTo(top.screenX(1, 1, Box.FLOOR), within(0.6));
    }

    @ParameterizedTest
    @CsvSource({"-38,27,1", "140,0,2", "10,90,0.5", "-170,63,8"})
    void aRayGoesThroughAllPointsThatAreSeenAtItsPixel(double azimuth, double elevation, double zoom) {
        var projection = new Projection(new CameraPose(azimuth, elevation, zoom, 0.3, -0.2), VIEWPORT);
        var screenX = projection.screenX(0.4, -0.7, 0.6);
        var screenY = projection.screenY(0.4, -0.7, 0.6);

        var ray = projection.ray(screenX, screenY);

        // The depth along the view is the ray's parameter, since its direction has one unit of it.
        var depth = 1 / projection.nearness(0.4, -0.7, 0.6);
        assertThat(ray.xAt(depth)).isCloseTo(0.4, within(1e-9));
        assertThat(ray.yAt(depth)).isCloseTo(-0.7, within(1e-9));
        assertThat(ray.zAt(depth)).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void zoomEnlargesAboutTheMiddleAndPanMoves() {
        assertThat(from(0, 0, 2).screenX(0.5, 0, Box.CENTRE)).isCloseTo(335 + UNIT, within(1e-9));
        var panned = new Projection(new CameraPose(0, 0, 1, 0.25, 0.5), VIEWPORT);
        assertThat(panned.screenX(0, 0, Box.CENTRE)).isCloseTo(335 + 0.25 * UNIT, within(1e-9));
        assertThat(panned.screenY(0, 0, Box.CENTRE)).isCloseTo(275 - 0.5 * UNIT, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"-38,-1,-1", "38,1,-1", "142,1,1", "-142,-1,1"})
    void axesStandWhereTheEyeIs(double azimuth, int nearX, int nearY) {
        var model = SurfaceModel.of(
                SampleSurfaces.smooth(5), SampleSurfaces.scale(5), new SurfaceWords("", "a", "b", "loss", ""));

        var axes = BoxAxes.of(model, from(azimuth, 27, 1));

        assertThat(axes.nearX()).isEqualTo(nearX);
        assertThat(axes.nearY()).isEqualTo(nearY);
        var projection = from(azimuth, 27, 1);
        var left = projection.screenX(axes.heightX(), axes.heightY(), 0);
        for (var x = -1; x <= 1; x += 2) {
            for (var y = -1; y <= 1; y += 2) {
                assertThat(left).isLessThanOrEqualTo(projection.screenX(x, y, 0) + 1e-9);
            }
        }
    }

    @Test
    void aPoseStaysInItsRange() {
        var pose = new CameraPose(190, 95, 1000, 9, -9);

        assertThat(pose.azimuth()).isEqualTo(-170);
        assertThat(pose.elevation()).isEqualTo(90);
        assertThat(pose.zoom()).isEqualTo(CameraPose.MOST_ZOOM);
        assertThat(pose.panX()).isEqualTo(2);
        // The shorter way from 170 to -170 degrees is over 180.
        var half = new CameraPose(170, 0, 1, 0, 0).towards(new CameraPose(-170, 0, 4, 0, 0), 0.5);
        assertThat(Math.abs(half.azimuth())).isCloseTo(180, within(1e-9));
        assertThat(half.zoom()).isCloseTo(2, within(1e-9));
    }

    @Test
    void lowPicturesKeepRoomForTheirLetters() {
        var high = Projection.withRoomForLetters(CameraPreset.ISO.pose(), new Viewport(670, 550));
        var low = Projection.withRoomForLetters(CameraPreset.ISO.pose(), new Viewport(670, 210));
        assertThat(high.zoom()).isCloseTo(CameraPreset.ISO.pose().zoom(), within(1e-12));
        // 150 pixels without letters hold 2.45 half widths, where 210 with them would hold 2.75.
        assertThat(low.zoom()).isCloseTo(CameraPreset.ISO.pose().zoom() * (150 / 2.45) / (210 / 2.75), within(1e-12));
        var narrow = Projection.withRoomForLetters(CameraPreset.ISO.pose(), new Viewport(200, 550));
        assertThat(narrow.zoom()).isCloseTo(CameraPreset.ISO.pose().zoom(), within(1e-12));
    }
}
