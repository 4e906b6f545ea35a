package org.smoothbench.core.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Images of a plane and the way back from an image to its place. */
final class ImagePlaneTest {

    private static final ImagePlane.Shape SHAPE = new ImagePlane.Shape(3, 5, 4);

    private static float[] random(long seed, double from, double to) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[SHAPE.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(from, to);
        }
        return values;
    }

    @Test
    void showsTheImageAtAPlace() {
        float[] x = random(1, 0, 1);
        float[] u = random(2, -0.1, 0.1);
        float[] v = random(3, -0.1, 0.1);
        ImagePlane plane = new ImagePlane(SHAPE, x, u, v);
        assertThat(plane.at(0, 0, true)).isEqualTo(x);
        float[] free = plane.at(1.5, -2, false);
        float[] clipped = plane.at(1.5, -2, true);
        int outside = 0;
        for (int i = 0; i < x.length; i++) {
            double expected = x[i] + 1.5 * u[i] - 2.0 * v[i];
            assertThat(free[i]).isCloseTo((float) expected, within(2e-7f));
            assertThat(clipped[i]).isEqualTo(Math.clamp(free[i], 0f, 1f));
            outside += expected < 0 || expected > 1 ? 1 : 0;
        }
        assertThat(outside).isPositive();
        assertThat(plane.saturated(1.5, -2)).isEqualTo(outside / 60.0);
    }

    @Test
    void findsTheNearestPlaceOfThePlane() {
        float[] u = random(2, -0.1, 0.1);
        float[] v = random(3, -0.1, 0.1);
        ImagePlane plane = new ImagePlane(SHAPE, random(1, 0, 1), u, v);
        float[] move = new float[u.length];
        for (int i = 0; i < move.length; i++) {
            move[i] = (float) (0.8 * u[i] - 1.7 * v[i]);
        }
        double[] at = plane.coordinates(move);
        assertThat(at[0]).isCloseTo(0.8, within(1e-6));
        assertThat(at[1]).isCloseTo(-1.7, within(1e-6));
        // What is at right angles to both directions changes nothing.
        float[] aside = random(4, -1, 1);
        double[] along = plane.coordinates(aside);
        for (int i = 0; i < move.length; i++) {
            move[i] += (float) (aside[i] - along[0] * u[i] - along[1] * v[i]);
        }
        double[] still = plane.coordinates(move);
        assertThat(still[0]).isCloseTo(0.8, within(1e-5));
        assertThat(still[1]).isCloseTo(-1.7, within(1e-5));
    }

    @Test
    void copesWithDirectionsThatAreOne() {
        float[] u = random(2, -0.1, 0.1);
        float[] twice = new float[u.length];
        for (int i = 0; i < u.length; i++) {
            twice[i] = 2 * u[i];
        }
        // a + 2 b = 3, nearest to 0: along (1, 2).
        float[] move = new float[u.length];
        for (int i = 0; i < u.length; i++) {
            move[i] = 3 * u[i];
        }
        double[] at = new ImagePlane(SHAPE, u, u, twice).coordinates(move);
        assertThat(at[0]).isCloseTo(0.6, within(1e-6));
        assertThat(at[1]).isCloseTo(1.2, within(1e-6));
        assertThat(new ImagePlane(SHAPE, u, new float[60], new float[60]).coordinates(move))
                .containsExactly(0, 0);
        double[] only = new ImagePlane(SHAPE, u, new float[60], twice).coordinates(move);
        assertThat(only[0]).isZero();
        assertThat(only[1]).isCloseTo(1.5, within(1e-6));
    }

    @Test
    void meanAndQuantilesLeaveHolesOut() {
        LandscapeSpec spec = new LandscapeSpec(new PlaneSpec.RandomRandom(), 8, 5, 2, 0, 3, true, 0);
        List<Surface> surfaces = List.of(
                SampleLandscapes.surface(spec, 0, (a, b) -> 1),
                SampleLandscapes.surface(spec, 1, (a, b) -> 2 + a),
                SampleLandscapes.surface(spec, 2, (a, b) -> a == 0 ? Double.NaN : 6));
        Bands bands = Bands.of(surfaces, Layers::loss);
        assertThat(bands.mean()[12]).isEqualTo(1.5f);
        assertThat(bands.mean()[14]).isEqualTo(11 / 3f, within(1e-6f));
        assertThat(bands.median()[14]).isEqualTo(4);
        assertThat(bands.low()[14]).isEqualTo(1.6f, within(1e-6f));
        assertThat(bands.high()[14]).isEqualTo(5.6f, within(1e-6f));
        assertThat(Bands.of(List.of(surfaces.get(2)), Layers::loss).mean()[12]).isNaN();
    }

    @Test
    void thinsLayers() {
        LandscapeSpec spec = new LandscapeSpec(new PlaneSpec.RandomRandom(), 8, 9, 2, 0, 1, true, 0);
        Layers thin =
                SampleLandscapes.surface(spec, 0, (a, b) -> a + 10 * b).layers().thinned(4);
        assertThat(thin.columns()).isEqualTo(3);
        assertThat(thin.loss()).containsExactly(-22, -20, -18, -2, 0, 2, 18, 20, 22);
    }
}
