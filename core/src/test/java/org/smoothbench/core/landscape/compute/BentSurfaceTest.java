package org.smoothbench.core.landscape.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.Layers;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.landscape.SurfaceRoughness;

/** How surfaces bend: kinks and curvature of models that are formulas, against the formulas in double precision. */
final class BentSurfaceTest {

    private static final PlaneSpec RANDOM = new PlaneSpec.RandomRandom();
    private static final PlaneSpec ADVERSARIAL = new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(10));

    private final Ground ground = new Ground(6, 3, 40, 220);

    @AfterEach
    void close() {
        ground.close();
    }

    /** Hidden units max(0, w.x + c); the loss is their weighted sum plus 40, as softplus(40 + s) is 40 + s. */
    private ExploredModel hidden(double[] inner, double[] shifts, double[] outer, boolean silu) {
        NDArray matrix =
                ground.tensor(new Shape(shifts.length, Ground.VALUES), inner).transpose();
        NDArray shift = ground.tensor(new Shape(shifts.length), shifts);
        NDArray sum = ground.tensor(new Shape(shifts.length, 1), outer);
        NDArray forty = Scalars.of(ground.engine.manager(), 40);
        NDArray zero = Scalars.of(ground.engine.manager(), 0);
        return ground.model(x -> {
            NDArray reached = x.matMul(matrix).add(shift);
            NDArray active = silu ? reached.mul(Activation.sigmoid(reached)) : reached.maximum(zero);
            NDArray score = active.matMul(sum).add(forty);
            NDArray none = score.sub(score);
            // Class 1 is the true one; the third never counts.
            return score.concat(none, 1).concat(none.sub(forty), 1);
        });
    }

    /** Each hidden unit is on or off at a vertex; a kink lies between neighbours that differ, and nowhere else. */
    @Test
    void jumpsLieWhereTheActivationPatternOfAReluNetworkChanges() {
        double[] inner = Ground.random(3 * Ground.VALUES, 21, -3, 3);
        double[] outer = {1, -1.5, 2};
        LandscapeSpec spec = Ground.spec(RANDOM, 61, 2, false);
        Surface probe = ground.surface(spec, hidden(inner, new double[3], outer, false));
        ImagePlane plane = Ground.plane(probe);
        Axis axis = Ground.axis(spec);
        // Shifts put the three kinks through the plane, apart from each other along most lines.
        double[] places = {-0.9, 0.1, 0.75};
        double[] shifts = new double[3];
        for (int unit = 0; unit < 3; unit++) {
            int row = unit * Ground.VALUES;
            shifts[unit] =
                    -Ground.dot(inner, row, plane.image()) - places[unit] * Ground.dot(inner, row, plane.first());
        }
        Surface surface = ground.surface(spec, hidden(inner, shifts, outer, false));
        SurfaceRoughness rough = new SurfaceRoughness(surface.layers().loss(), axis, axis);
        int isolated = 0;
        List<SurfaceRoughness.Jump> found = rough.found();
        for (boolean alongFirst : new boolean[] {true, false}) {
            for (int line = 0; line < axis.count(); line++) {
                List<Double> kinks = kinks(inner, shifts, plane, axis, alongFirst, line);
                int here = line;
                List<SurfaceRoughness.Jump> jumps = found.stream()
                        .filter(jump -> jump.alongFirst() == alongFirst && jump.line() == here)
                        .toList();
                // Every jump has its kink; where several lie close together the grid sees them a spacing off.
                for (SurfaceRoughness.Jump jump : jumps) {
                    long near = kinks.stream()
                            .filter(kink -> Math.abs(kink - jump.at()) < 5)
                            .count();
                    // At an end the pair that has all of it may not be looked at, and the next has three quarters.
                    boolean end = jump.at() == 2 || jump.at() == axis.count() - 4;
                    double slack = near > 1 ? 1.01 : end ? 0.26 : 0.01;
                    assertThat(kinks).anyMatch(kink -> kink > jump.at() - slack && kink < jump.at() + 1 + slack);
                }
                // Every kink that is not too near to another or to the end has its jump.
                for (double kink : kinks) {
                    boolean alone = kinks.stream().allMatch(each -> each == kink || Math.abs(each - kink) > 4);
                    if (alone && kink > 3.1 && kink < axis.count() - 4.1) {
                        isolated++;
                        assertThat(jumps).anyMatch(jump -> kink > jump.at() - 0.01 && kink < jump.at() + 1.01);
                    }
                }
            }
        }
        assertThat(isolated).isGreaterThan(100);
        assertThat(surface.report().roughness().jumps().count()).isEqualTo(found.size());
    }

    /** Where on a grid line, in spacings from its first vertex, hidden units turn on or off. */
    private static List<Double> kinks(
            double[] inner, double[] shifts, ImagePlane plane, Axis axis, boolean alongFirst, int line) {
        List<Double> kinks = new ArrayList<>();
        for (int unit = 0; unit < shifts.length; unit++) {
            int row = unit * Ground.VALUES;
            double along = Ground.dot(inner, row, alongFirst ? plane.first() : plane.second());
            double across = Ground.dot(inner, row, alongFirst ? plane.second() : plane.first());
            double rest = Ground.dot(inner, row, plane.image()) + shifts[unit] + axis.at(line) * across;
            double place = (-rest / along - axis.from()) / axis.spacing();
            if (place >= 0 && place <= axis.count() - 1) {
                kinks.add(place);
            }
        }
        return kinks;
    }

    /** The loss q = a |x|^2 / 2 + 1, by logits (log(exp(q) - 1), 0) for class 1. */
    @Test
    void aQuadraticHasItsCurvatureEverywhere() {
        double a = 0.3;
        NDArray half = Scalars.of(ground.engine.manager(), a / 2);
        ExploredModel model = ground.model(x -> {
            NDArray q = x.mul(x).sum(new int[] {1}, true).mul(half).add(1);
            NDArray score = q.exp().sub(1).log();
            NDArray none = score.sub(score);
            return score.concat(none, 1).concat(none.sub(100), 1);
        });
        LandscapeSpec spec = Ground.spec(ADVERSARIAL, 21, 2, false);
        Surface surface = ground.surface(spec, model);
        ImagePlane plane = Ground.plane(surface);
        double uu = square(plane.first());
        double vv = square(plane.second());
        // Losses near 3 come through five operations in single precision; differences of three, over 0.2 squared.
        double slack = 4 * 5 * 0.5 * Math.ulp(3f) / 0.04;
        assertThat(surface.report().roughness().first().max()).isCloseTo(a * uu, within(slack));
        assertThat(surface.report().roughness().first().median()).isCloseTo(a * uu, within(slack));
        assertThat(surface.report().roughness().second().median()).isCloseTo(a * vv, within(slack));
        assertThat(surface.report().roughness().curvature())
                .isCloseTo(a * uu, within(4 * 5 * 0.5 * Math.ulp(3f) / 0.01));
        // Within the budget lie (1, 0) and (0, 1) as corners, and what is linear is off by a |d|^2 / 2 there.
        double farthest = a / 2 * Math.max(uu, vv);
        assertThat(surface.report().roughness().linearity()).isCloseTo(farthest, within(4e-6));
        assertThat(surface.report().roughness().jumps().count()).isZero();
        assertThat(surface.report().roughness().kinks()).isNull();
    }

    private static double square(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    /** Along u, a unit v silu(w.x + c) bends by v silu''(w.x + c) (w.u)^2. */
    @Test
    void aSiluNetworkBendsAsItsFormulaSays() {
        double[] inner = Ground.random(4 * Ground.VALUES, 31, -4, 4);
        double[] shifts = new double[4];
        double[] outer = {3, -2, 4, 5};
        LandscapeSpec spec = Ground.spec(RANDOM, 41, 1, false);
        Surface surface = ground.surface(spec, hidden(inner, shifts, outer, true));
        ImagePlane plane = Ground.plane(surface);
        Axis axis = Ground.axis(spec);
        double h = axis.spacing();
        double largest = 0;
        for (int row = 0; row < 41; row += 5) {
            for (int column = 1; column < 40; column++) {
                double bend = bend(inner, outer, plane, axis.at(column), axis.at(row));
                Layers layers = surface.layers();
                double found = ((double) layers.loss()[layers.index(column + 1, row)]
                                - 2.0 * layers.loss()[layers.index(column, row)]
                                + layers.loss()[layers.index(column - 1, row)])
                        / (h * h);
                // Losses near 40 in single precision, and h^2 / 12 of the fourth derivative.
                assertThat(found).isCloseTo(bend, within(4 * Math.ulp(64f) / (h * h)));
                largest = Math.max(largest, Math.abs(bend));
            }
        }
        assertThat(largest).isGreaterThan(8 * Math.ulp(64f) / (h * h));
        assertThat(surface.report().roughness().curvature())
                .isCloseTo(bend(inner, outer, plane, 0, 0), within(4 * Math.ulp(64f) / 0.01));
    }

    private static double bend(double[] inner, double[] outer, ImagePlane plane, double a, double b) {
        double bend = 0;
        for (int unit = 0; unit < outer.length; unit++) {
            int row = unit * Ground.VALUES;
            double along = Ground.dot(inner, row, plane.first());
            double z = Ground.dot(inner, row, plane.image()) + a * along + b * Ground.dot(inner, row, plane.second());
            double s = 1 / (1 + Math.exp(-z));
            bend += outer[unit] * s * (1 - s) * (2 + z * (1 - 2 * s)) * along * along;
        }
        return bend;
    }
}
