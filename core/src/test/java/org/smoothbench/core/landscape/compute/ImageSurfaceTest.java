package org.smoothbench.core.landscape.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
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

    private static AttackPath path(Surface surface) {
        return Objects.requireNonNull(surface.report().path());
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
        ImagePlane plane = Ground.plane(surface);
        Axis axis = Ground.axis(spec);
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
                new PlaceReader(ground.engine, model, () -> false).at(Ground.plane(surface), 1, true, end.a(), end.b());
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

    /** A linear model notices every pixel that is moved back into [0, 1]. */
    @Test
    void clippingShowsExactlyWherePixelsSaturate() {
        try (Ground pale = new Ground(2, 3, 200, 240)) {
            NDArray matrix = pale.tensor(new Shape(Ground.VALUES, 3), Ground.random(3 * Ground.VALUES, 3, 1, 2));
            NDArray signs = pale.tensor(new Shape(3), 1, -1, 0.5);
            ExploredModel model = pale.model(x -> x.matMul(matrix).mul(signs));
            Surface free = pale.surface(Ground.spec(RANDOM, 21, 2, false), model);
            Surface clipped = pale.surface(Ground.spec(RANDOM, 21, 2, true), model);
            Axis axis = Ground.axis(Ground.spec(RANDOM, 21, 2, true));
            int saturated = 0;
            for (int i = 0; i < free.layers().size(); i++) {
                double excess = excess(Ground.plane(free).at(axis.at(i % 21), axis.at(i / 21), false));
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
        Axis axis = Ground.axis(Ground.spec(RANDOM, 21, 8, false));
        int holes = 0;
        for (int i = 0; i < surface.layers().size(); i++) {
            double sum = 0;
            for (float value : Ground.plane(surface).at(axis.at(i % 21), axis.at(i / 21), false)) {
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
