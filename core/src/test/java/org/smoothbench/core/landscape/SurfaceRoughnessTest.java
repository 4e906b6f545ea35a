package org.smoothbench.core.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.smoothness.Distribution;

/** Figures of roughness of surfaces that are formulas. */
final class SurfaceRoughnessTest {

    private static SurfaceRoughness of(int count, DoubleBinaryOperator value) {
        Axis axis = SampleLandscapes.axis(2, count);
        return new SurfaceRoughness(SampleLandscapes.layer(axis, axis, value), axis, axis);
    }

    /** The second difference of a quadratic is its second derivative, wherever and however far apart. */
    @Test
    void findsTheCurvatureOfAQuadratic() {
        for (int count : new int[] {5, 41, 101}) {
            SurfaceRoughness rough = of(count, (a, b) -> 0.75 * a * a - 0.2 * b * b + a * b + 3 * a);
            Roughness.SecondDifferences first = rough.first();
            // Single precision: 13 is the largest value, half a unit in its last place over the spacing's square.
            double slack = 4 * 0.5 * Math.ulp(13f) / Math.pow(4.0 / (count - 1), 2);
            assertThat(first.count()).isEqualTo(count * (count - 2));
            assertThat(first.max()).isCloseTo(1.5, within(slack));
            assertThat(first.median()).isCloseTo(1.5, within(slack));
            assertThat(rough.second().highest()).isCloseTo(0.4, within(slack));
            assertThat(rough.jumps().count()).isZero();
        }
    }

    /** Kinks at a = 0.5 and at b = -1: one on each line that crosses them, on any grid, and at any scale of the loss. */
    @Test
    void countsAKinkOnceOnEachLineAcrossIt() {
        for (int count : new int[] {41, 81, 101, 201}) {
            for (double scale : new double[] {1e-3, 1, 1e3}) {
                SurfaceRoughness rough = of(
                        count, (a, b) -> scale * (Math.max(0, a - 0.5) + 0.7 * Math.max(0, b + 1) + 0.3 * a - 0.2 * b));
                List<SurfaceRoughness.Jump> jumps = rough.found();
                assertThat(jumps).hasSize(2 * count);
                Axis axis = SampleLandscapes.axis(2, count);
                assertThat(jumps).allSatisfy(jump -> {
                    double kink = jump.alongFirst() ? 0.5 : -1;
                    assertThat(axis.at(jump.at()) - 1e-9).isLessThanOrEqualTo(kink);
                    assertThat(axis.at(jump.at() + 1) + 1e-9).isGreaterThanOrEqualTo(kink);
                    assertThat(jump.size()).isCloseTo(scale * (jump.alongFirst() ? 1 : 0.7), within(scale * 1e-3));
                });
                assertThat(rough.jumps().count()).isEqualTo(2 * count);
                assertThat(rough.jumps().places()).isEqualTo(2 * count * (count - 5));
            }
        }
    }

    /** What only bends, and bends ever more narrowly, is no jump once the grid resolves it. */
    @Test
    void aBendThatTheGridResolvesIsNoJump() {
        DoubleBinaryOperator bend = (a, b) -> Math.log1p(Math.exp(8 * (a - 0.3 * b))) / 8;
        assertThat(of(101, bend).jumps().count()).isZero();
        assertThat(of(201, bend).jumps().count()).isZero();
        // Softplus 40 times as sharp as its grid is wide is a kink for that grid, and a bend for one that is finer.
        DoubleBinaryOperator sharp = (a, b) -> Math.log1p(Math.exp(60 * (a - 0.013))) / 60;
        assertThat(of(21, sharp).jumps().count()).isEqualTo(21);
        assertThat(of(401, sharp).jumps().count()).isZero();
    }

    @Test
    void leavesHolesOut() {
        SurfaceRoughness rough = of(11, (a, b) -> a == 0 && b == 0 ? Double.POSITIVE_INFINITY : a * a);
        assertThat(rough.first().leftOut()).isEqualTo(3);
        assertThat(rough.first().max()).isCloseTo(2, within(1e-4));
        assertThat(rough.second().leftOut()).isEqualTo(3);
        assertThat(rough.jumps().count()).isZero();
        SurfaceRoughness nothing = of(5, (a, b) -> Double.NaN);
        assertThat(nothing.first().max()).isNaN();
        assertThat(nothing.jumps().count()).isZero();
    }

    @Test
    void aFlatSurfaceHasNoJumps() {
        assertThat(of(21, (a, b) -> 3).jumps()).isEqualTo(new Roughness.Jumps(0, 2 * 21 * 16, 0, 0));
    }

    @Test
    void aLineHasOneAxis() {
        Axis axis = SampleLandscapes.axis(2, 41);
        SurfaceRoughness rough = new SurfaceRoughness(
                SampleLandscapes.layer(axis, Axis.NONE, (a, _) -> Math.abs(a - 0.31)), axis, Axis.NONE);
        assertThat(rough.jumps().count()).isEqualTo(1);
        assertThat(rough.second().count()).isZero();
        assertThat(rough.second().max()).isNaN();
    }

    @Test
    void spreadsFiguresOverSurfaces() {
        LandscapeSpec spec = LandscapeSpec.usual(new PlaneSpec.RandomRandom());
        List<Roughness> all = List.of(
                SampleLandscapes.surface(spec, 0, (a, b) -> a * a).report().roughness(),
                SampleLandscapes.surface(spec, 1, (a, b) -> 3 * a * a).report().roughness());
        Distribution largest = RoughnessMeasure.FIRST_MAX.over(all);
        assertThat(largest.mean()).isCloseTo(4, within(1e-2));
        assertThat(RoughnessMeasure.CURVATURE.over(all).leftOut()).isEqualTo(2);
        assertThat(RoughnessMeasure.KINKS.over(all).mean()).isEqualTo(7);
        assertThat(RoughnessMeasure.KINK_SHARE.over(all).mean()).isEqualTo(0.05);
    }
}
