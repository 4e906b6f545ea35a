package org.smoothbench.core.landscape.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.landscape.AttackPath;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.Layers;
import org.smoothbench.core.landscape.PlaceReading;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.landscape.SurfacePreview;
import org.smoothbench.core.landscape.SurfaceRoughness;

/** Surfaces of models that are formulas, against the formulas in double precision. */
final class ImageSurfaceTest {

    private static final double EPSILON = 8 / 255.0;
    private static final PlaneSpec RANDOM = new PlaneSpec.RandomRandom();
    private static final PlaneSpec ADVERSARIAL = new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(10));

    private final Ground ground = new Ground(6, 3, 40, 220);

    @AfterEach
    void close() {
        ground.close();
    }

    private static ImagePlane plane(Surface surface) {
        return Objects.requireNonNull(surface.plane());
    }

    private static AttackPath path(Surface surface) {
        return Objects.requireNonNull(surface.report().path());
    }

    private static Axis axis(LandscapeSpec spec) {
        return new Axis("", "eps", -spec.range(), spec.range(), spec.grid());
    }

    /** Logits W x + c. */
    private ExploredModel linear(double[] weights, double[] biases) {
        NDArray matrix = ground.tensor(new Shape(3, Ground.VALUES), weights).transpose();
        NDArray shift = ground.tensor(new Shape(3), biases);
        return ground.model(x -> x.matMul(matrix).add(shift));
    }

    static List<PlaneSpec> planes() {
        DirectionSpec pgd = new DirectionSpec.Pgd(10);
        return List.of(
                RANDOM,
                ADVERSARIAL,
                new PlaneSpec.AdversarialRandom(new DirectionSpec.Sign()),
                new PlaneSpec.AdversarialRandom(new DirectionSpec.Apgd(10)),
                new PlaneSpec.AdversarialOther(pgd, ""));
    }

    /**
     * Along the plane logits are those of the image plus a W u + b W v. Single precision adds 48 products of numbers up to
     * 2: a few millionths.
     */
    @ParameterizedTest
    @MethodSource("planes")
    void isTheClosedFormOfALinearModel(PlaneSpec over) {
        double[] weights = Ground.random(3 * Ground.VALUES, 3, -2, 2);
        double[] biases = {0.3, -1, 0.5};
        LandscapeSpec spec = Ground.spec(over, 21, 2, false);
        ExploredModel other = linear(Ground.random(3 * Ground.VALUES, 4, -2, 2), biases);
        Surface surface = ground.surface(spec, linear(weights, biases), other, 64);
        ImagePlane plane = plane(surface);
        Axis axis = axis(spec);
        for (int index = 0; index < surface.layers().size(); index++) {
            double a = axis.at(index % 21);
            double b = axis.at(index / 21);
            double[] logits = new double[3];
            for (int c = 0; c < 3; c++) {
                int row = c * Ground.VALUES;
                logits[c] = biases[c]
                        + Ground.dot(weights, row, plane.image())
                        + a * Ground.dot(weights, row, plane.first())
                        + b * Ground.dot(weights, row, plane.second());
            }
            double sum = Math.exp(logits[0]) + Math.exp(logits[1]) + Math.exp(logits[2]);
            double wrong = Math.max(logits[0], logits[2]);
            assertThat(surface.layers().loss()[index]).isCloseTo((float) (Math.log(sum) - logits[1]), within(2e-5f));
            assertThat(surface.layers().margin()[index]).isCloseTo((float) (wrong - logits[1]), within(2e-5f));
            int best = logits[1] > wrong ? 1 : logits[0] > logits[2] ? 0 : 2;
            if (Math.abs(wrong - logits[1]) > 1e-4 && Math.abs(logits[0] - logits[2]) > 1e-4) {
                assertThat(surface.layers().predicted(index)).isEqualTo(best);
            }
        }
        assertThat(surface.report().image()).isEqualTo(1);
        assertThat(surface.report().label()).isEqualTo(1);
        assertThat(surface.report().holes()).isZero();
        for (float[] direction : List.of(plane.first(), plane.second())) {
            float largest = 0;
            for (float value : direction) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertThat(largest).isEqualTo((float) EPSILON);
        }
    }

    /** What the attack adds is the whole of the first direction: nothing of its last iterate lies off the plane. */
    @Test
    void theWayOfTheAttackEndsOnThePlane() {
        LandscapeSpec spec = Ground.spec(ADVERSARIAL, 5, 2, true);
        ExploredModel model = linear(Ground.random(3 * Ground.VALUES, 3, -2, 2), new double[3]);
        Surface surface = ground.surface(spec, model);
        AttackPath path = path(surface);
        assertThat(path.points()).hasSize(11);
        assertThat(path.found()).isEqualTo(10);
        AttackPath.Point start = path.points().getFirst();
        // 48 random values and a plane of two directions: most of the start lies off the plane.
        assertThat(start.offPlane()).isBetween(0.5, 1.5);
        assertThat(start.offShare()).isBetween(0.8, 1.0);
        AttackPath.Point end = path.example();
        // A linear loss has its maximum over the budget in a corner, so that the perturbation is one budget long.
        assertThat(end.a()).isCloseTo(1, within(1e-5));
        assertThat(end.b()).isCloseTo(0, within(1e-5));
        assertThat(end.offPlane()).isCloseTo(0, within(1e-4));
        PlaceReading there =
                new PlaceReader(ground.engine, model, () -> false).at(plane(surface), 1, true, end.a(), end.b());
        assertThat(there.loss()).isCloseTo(end.loss(), within(1e-4));
        assertThat(there.predicted() == 1).isEqualTo(end.correct());
        assertThat(there.probabilities().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(-Math.log(there.probabilities().get(1))).isCloseTo(there.loss(), within(1e-9));
        assertThat(end.loss()).isGreaterThan(start.loss());
    }

    @Test
    void secondAttacksAreAtRightAnglesOrAreNone() {
        NDArray first = ground.tensor(new Shape(Ground.VALUES, 8), Ground.random(Ground.VALUES * 8, 8, -1, 1));
        NDArray last = ground.tensor(new Shape(8, 3), Ground.random(24, 9, -2, 2));
        ExploredModel curved = ground.model(x -> x.matMul(first).tanh().matMul(last));
        DirectionSpec pgd = new DirectionSpec.Pgd(3);
        Surface surface =
                ground.surface(Ground.spec(new PlaneSpec.AdversarialOrthogonal(pgd, pgd), 5, 2, true), curved);
        assertThat(surface.report().cosine()).isCloseTo(0, within(1e-6));

        PlaneSpec same = new PlaneSpec.AdversarialOrthogonal(new DirectionSpec.Sign(), new DirectionSpec.Sign());
        LandscapeComputation none =
                new LandscapeComputation(ground.engine, Ground.spec(same, 5, 2, true), curved, null, ground.names());
        try (SurfaceWork work = none.work(0, 16, () -> false)) {
            assertThat(work.advance()).isFalse();
            assertThat(work.leftOut()).hasValue("the second attack found nothing that the first did not");
        }
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
        ImagePlane plane = plane(probe);
        Axis axis = axis(spec);
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
        ImagePlane plane = plane(surface);
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
        ImagePlane plane = plane(surface);
        Axis axis = axis(spec);
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

    /** A linear model notices every pixel that is moved back into [0, 1]. */
    @Test
    void clippingShowsExactlyWherePixelsSaturate() {
        try (Ground pale = new Ground(2, 3, 200, 240)) {
            NDArray matrix = pale.tensor(new Shape(Ground.VALUES, 3), Ground.random(3 * Ground.VALUES, 3, 1, 2));
            NDArray signs = pale.tensor(new Shape(3), 1, -1, 0.5);
            ExploredModel model = pale.model(x -> x.matMul(matrix).mul(signs));
            Surface free = pale.surface(Ground.spec(RANDOM, 21, 2, false), model);
            Surface clipped = pale.surface(Ground.spec(RANDOM, 21, 2, true), model);
            Axis axis = axis(Ground.spec(RANDOM, 21, 2, true));
            int saturated = 0;
            for (int i = 0; i < free.layers().size(); i++) {
                double excess = excess(plane(free).at(axis.at(i % 21), axis.at(i / 21), false));
                if (excess == 0) {
                    assertThat(clipped.layers().loss()[i])
                            .isEqualTo(free.layers().loss()[i]);
                } else if (excess > 1e-4) {
                    // Less may be lost among losses of a hundred in single precision.
                    assertThat(clipped.layers().loss()[i])
                            .isNotEqualTo(free.layers().loss()[i]);
                    saturated++;
                }
            }
            assertThat(saturated).isBetween(50, 400);
        }
    }

    private static double excess(float[] values) {
        double excess = 0;
        for (float value : values) {
            excess += Math.max(0, value - 1) + Math.max(0, -value);
        }
        return excess;
    }

    @Test
    void theSameSeedGivesTheSameSurface() {
        ExploredModel model = linear(Ground.random(3 * Ground.VALUES, 3, -2, 2), new double[3]);
        LandscapeSpec spec = Ground.spec(ADVERSARIAL, 21, 2, true);
        Layers one = ground.surface(spec, model).layers();
        Layers again = ground.surface(spec, model).layers();
        assertThat(again.loss()).isEqualTo(one.loss());
        assertThat(again.margin()).isEqualTo(one.margin());
        LandscapeSpec otherSeed = new LandscapeSpec(ADVERSARIAL, 8, 21, 2, 1, 1, true, 8);
        assertThat(ground.surface(otherSeed, model).layers().loss()).isNotEqualTo(one.loss());
    }

    @Test
    void countsVerticesWhereTheModelGivesNoNumber() {
        NDArray limit = Scalars.of(ground.engine.manager(), 24);
        ExploredModel model = ground.model(x -> {
            // The root of what is below 0 is no number.
            NDArray root = x.sum(new int[] {1}, true).sub(limit).sqrt();
            return root.concat(root.sub(root), 1).concat(root.neg(), 1);
        });
        Surface surface = ground.surface(Ground.spec(RANDOM, 21, 8, false), model);
        Axis axis = axis(Ground.spec(RANDOM, 21, 8, false));
        int holes = 0;
        for (int i = 0; i < surface.layers().size(); i++) {
            double sum = 0;
            for (float value : plane(surface).at(axis.at(i % 21), axis.at(i / 21), false)) {
                sum += value;
            }
            boolean hole = sum < 24;
            assertThat(Float.isNaN(surface.layers().loss()[i])).isEqualTo(hole);
            assertThat(surface.layers().predicted(i) == -1).isEqualTo(hole);
            holes += hole ? 1 : 0;
        }
        assertThat(surface.report().holes()).isEqualTo(holes).isBetween(1, 440);
    }

    @Test
    void showsACoarseSurfaceFirst() {
        ExploredModel model = linear(Ground.random(3 * Ground.VALUES, 3, -2, 2), new double[3]);
        LandscapeSpec spec = Ground.spec(RANDOM, 41, 2, true);
        LandscapeComputation computation = new LandscapeComputation(ground.engine, spec, model, null, ground.names());
        List<SurfacePreview> previews = new ArrayList<>();
        Layers all;
        try (SurfaceWork work = computation.work(0, 64, () -> false)) {
            while (work.advance()) {
                previews.add(work.preview());
            }
            all = work.surface().layers();
        }
        assertThat(previews.getFirst().done()).isZero();
        assertThat(previews.getFirst().layers().loss()).containsOnly(Float.NaN);
        // 441 vertices of the coarse grid are known after the seventh batch of 64.
        SurfacePreview coarse = previews.get(7);
        assertThat(coarse.layers().columns()).isEqualTo(21);
        assertThat(coarse.first().spacing()).isCloseTo(0.2, within(1e-12));
        assertThat(coarse.layers().loss()).isEqualTo(all.thinned(2).loss()).doesNotContain(Float.NaN);
        assertThat(previews.getLast().layers().loss()).isEqualTo(all.loss());
        assertThat(previews).allSatisfy(each -> assertThat(each.vertices()).isEqualTo(1681));
    }
}
