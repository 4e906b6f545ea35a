package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AttackSpec.Loss;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;

/** Auto-PGD against models whose worst case is known, and what it may and may not do with any model. */
class AutoPgdTest {

    private static final int PIXELS = 3 * 4 * 4;
    private static final ThreatModel LINF = new ThreatModel.Linf(16);
    private static final ThreatModel L2 = new ThreatModel.L2(0.4);

    private final AttackRig rig = new AttackRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static AutoPgd untargeted(Loss loss, int steps, int restarts, ThreatModel threat) {
        return new AutoPgd(new AttackSpec.Apgd(loss, steps, restarts, 1), threat);
    }

    private static AttackOutcome attack(Attack attack, Classifier model, Batch batch) {
        return attack.run(new ModelQueries(model), batch, 7);
    }

    /** How far a linear score can rise from an image: each pixel as far as the ball and [0, 1] let it. */
    private static double rise(double[] slope, float[] x, int from, ThreatModel threat) {
        double multiplier = 1e9;
        if (threat instanceof ThreatModel.L2) {
            // The best move is the slope times a number, cut off at [0, 1]; bisection finds the number for the length.
            double low = 0;
            double high = 1e3;
            for (int i = 0; i < 200; i++) {
                multiplier = (low + high) / 2;
                double squares = 0;
                for (int p = 0; p < slope.length; p++) {
                    double move = Math.clamp(x[from + p] + multiplier * slope[p], 0.0, 1.0) - x[from + p];
                    squares += move * move;
                }
                if (Math.sqrt(squares) > threat.radius()) {
                    high = multiplier;
                } else {
                    low = multiplier;
                }
            }
        }
        double rise = 0;
        for (int p = 0; p < slope.length; p++) {
            double move = multiplier * slope[p];
            if (threat instanceof ThreatModel.Linf) {
                move = Math.signum(slope[p]) * threat.radius();
            }
            rise += slope[p] * (Math.clamp(x[from + p] + move, 0.0, 1.0) - x[from + p]);
        }
        return rise;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reachesTheOptimumOfALinearModelInTheBallAndTheBox(boolean linf) {
        ThreatModel threat = linf ? LINF : L2;
        float[] weights = AttackRig.random(2 * PIXELS, 3, -1, 1);
        Classifier model = rig.undecidedAtGrey(weights, 2);
        Batch batch = rig.seenBy(model, 4, 0, 1, 64, 3, 4, 4);
        float[] x = batch.images().toFloatArray();
        for (Loss loss : Loss.values()) {
            AttackOutcome outcome = attack(untargeted(loss, 50, 1, threat), model, batch);
            AttackRig.assertTrue(outcome, model, batch, threat);
            int decided = 0;
            for (int image = 0; image < batch.size(); image++) {
                double[] slope = new double[PIXELS];
                double margin = 0;
                int label = batch.label(image);
                for (int p = 0; p < PIXELS; p++) {
                    slope[p] = (double) weights[2 * p + 1 - label] - weights[2 * p + label];
                    margin -= slope[p] * (x[image * PIXELS + p] - 0.5);
                }
                double rise = rise(slope, x, image * PIXELS, threat);
                if (Math.abs(rise - margin) > 0.003 * rise) {
                    assertThat(outcome.fell(image)).as("image %d", image).isEqualTo(rise > margin);
                    decided++;
                }
            }
            assertThat(decided).isGreaterThan(55);
            assertThat(outcome.fallenCount()).isBetween(10, 54);
        }
    }

    @Test
    void findsTheWorstCornerOfAConvexMargin() {
        // The wrong logit is a sum of ReLUs with positive weights, so that it is largest in a corner of the ball.
        int pixels = 8;
        int hidden = 6;
        float[] inner = AttackRig.random(pixels * hidden, 21, -1, 1);
        float[] biases = AttackRig.random(hidden, 22, -0.5, 0.5);
        float[] outer = new float[2 * hidden];
        for (int i = 0; i < hidden; i++) {
            outer[2 * i + 1] = 0.5f + 0.1f * i;
        }
        ThreatModel threat = new ThreatModel.Linf(25.5);
        int count = 100;
        float[] x = AttackRig.random(count * pixels, 23, 0.1, 0.9);
        double[] clean = new double[count];
        double[] worst = new double[count];
        for (int image = 0; image < count; image++) {
            clean[image] = score(inner, biases, x, image, 0, 0);
            for (int corner = 0; corner < 1 << pixels; corner++) {
                worst[image] = Math.max(worst[image], score(inner, biases, x, image, corner, threat.radius()));
            }
        }
        // The right logit is constant, such that half of the images can fall.
        float limit = (float) Arrays.stream(worst).sorted().toArray()[count / 2];
        Classifier model = new AttackRig.TwoLayers(rig.affine(inner, biases), rig.affine(outer, limit, 0));
        int[] right = IntStream.range(0, count)
                .filter(image -> clean[image] < limit - 0.01)
                .toArray();
        Batch batch =
                rig.batch(rig.tensor(x, count, 2, 2, 2), 2, new int[count]).pick(right, rig.engine.manager());
        AttackOutcome outcome = attack(untargeted(Loss.MARGIN, 20, 10, threat), model, batch);
        int possible = 0;
        for (int place = 0; place < right.length; place++) {
            double margin = worst[right[place]] - limit;
            possible += margin > 1e-5 ? 1 : 0;
            assertThat(outcome.fell(place) && margin < -1e-5).isFalse();
        }
        assertThat(possible).isGreaterThan(15);
        // A local optimum may hide the worst corner of an image from all restarts.
        assertThat(outcome.fallenCount()).isBetween(possible - 1, possible + 1);
    }

    /** The wrong logit of the convex model in a corner of the ball around an image. */
    private static double score(float[] inner, float[] biases, float[] x, int image, int corner, double radius) {
        int hidden = biases.length;
        int pixels = inner.length / hidden;
        double score = 0;
        for (int i = 0; i < hidden; i++) {
            double sum = biases[i];
            for (int p = 0; p < pixels; p++) {
                double side = (corner >> p & 1) == 0 ? -radius : radius;
                sum += inner[p * hidden + i] * (x[image * pixels + p] + side);
            }
            score += (0.5 + 0.1 * i) * Math.max(0, sum);
        }
        return score;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverTheSettingsFlagsAreTrueAndBudgetsKept(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int classes = seed == 12 ? 1000 : random.nextInt(2, 12);
        int channels = random.nextInt(1, 4);
        int side = random.nextInt(1, 7);
        ThreatModel threat = seed % 2 == 0
                ? new ThreatModel.Linf(random.nextDouble(0.1, 64))
                : new ThreatModel.L2(random.nextDouble(0.01, 2));
        int steps = random.nextInt(1, 12);
        Loss loss = Arrays.asList(Loss.values()).get(seed % 3);
        Attack attack = seed % 4 < 2
                ? new AutoPgd(new AttackSpec.Apgd(loss, steps, 2, random.nextInt(1, 3)), threat)
                : new AutoPgd(new AttackSpec.ApgdTargeted(steps, 9, 1), threat);
        Classifier model = rig.twoLayers(channels * side * side, 8, classes, seed);
        Batch batch = rig.seenBy(model, seed, 0, 1, random.nextInt(1, 17), channels, side, side);
        AttackOutcome outcome = attack(attack, model, batch);
        AttackRig.assertTrue(outcome, model, batch, threat);
        new BudgetCheck(threat).accept(batch.images(), outcome.adversarial());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neitherTheSizeNorTheCompanyOfABatchChangesAnOutcome(boolean targeted) {
        Classifier model = rig.twoLayers(PIXELS, 16, 10, 5);
        Batch all = rig.seenBy(model, 6, 0, 1, 21, 3, 4, 4);
        ThreatModel threat = new ThreatModel.Linf(4);
        Attack attack = targeted
                ? new AutoPgd(new AttackSpec.ApgdTargeted(6, 3, 1), threat)
                : untargeted(Loss.CE, 8, 2, threat);
        AttackOutcome whole = attack(attack, model, all);
        assertThat(whole.fallenCount()).isBetween(1, 20);
        for (int size : new int[] {1, 7}) {
            for (int from = 0; from < all.size(); from += size) {
                int first = from;
                int[] places = new int[size];
                Arrays.setAll(places, i -> all.size() - 1 - first - i);
                try (NDManager scratch = rig.engine.manager().newSubManager()) {
                    AttackOutcome part = attack(attack, model, all.pick(places, scratch));
                    for (int i = 0; i < size; i++) {
                        assertThat(part.fell(i)).isEqualTo(whole.fell(places[i]));
                    }
                }
            }
        }
    }

    @Test
    void aSurvivorCostsAGradientForEachStepAndTheStart() {
        Classifier safe = rig.affine(new float[3 * PIXELS], 9, 0, 0);
        Batch batch = rig.seenBy(safe, 1, 0, 1, 4, 3, 4, 4);
        ModelQueries queries = new ModelQueries(safe);
        Symptoms symptoms =
                untargeted(Loss.CE, 10, 3, LINF).run(queries, batch, 1).symptoms();
        // The last iterate is only looked at.
        assertThat(queries.passes()).isEqualTo(new Passes(3 * 11 * 4, 3 * 10 * 4));
        assertThat(symptoms).isEqualTo(new Symptoms(12, 12, 12, 0));
    }

    @Test
    void thereAreOnlySoManyWrongClassesToAimAt() {
        Classifier safe = rig.affine(new float[3 * PIXELS], 9, 0, 0);
        Batch batch = rig.seenBy(safe, 1, 0, 1, 4, 3, 4, 4);
        ModelQueries queries = new ModelQueries(safe);
        new AutoPgd(new AttackSpec.ApgdTargeted(10, 9, 1), LINF).run(queries, batch, 1);
        // One look at the clean images, then two targets.
        assertThat(queries.passes()).isEqualTo(new Passes(4 + 2 * 11 * 4, 2 * 10 * 4));
    }

    @Test
    void gradientsOfAModelThatAnswersAtRandomAreAveraged() {
        SplittableRandom random = new SplittableRandom(1);
        Classifier steady = rig.affine(PIXELS, 2, 3);
        Classifier noisy = new Classifier() {

            @Override
            public NDArray logits(NDArray images) {
                NDArray weight = images.getManager().full(images.getShape(), (float) (8 * random.nextDouble() - 3.5));
                return steady.logits(images.mul(weight));
            }

            @Override
            public int classes() {
                return 2;
            }
        };
        Batch batch = rig.seenBy(steady, 4, 0, 1, 4, 3, 4, 4);
        ModelQueries queries = new ModelQueries(noisy);
        AutoPgd attack = new AutoPgd(new AttackSpec.Apgd(Loss.CE, 1, 1, 20), LINF);
        attack.run(queries, batch, 1);
        assertThat(queries.passes().gradient()).isEqualTo(20 * 4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void beginsInARandomDirectionAsFarAsTheBallReaches(boolean linf) {
        ThreatModel threat = linf ? new ThreatModel.Linf(8) : new ThreatModel.L2(0.2);
        NDArray grey = rig.engine.manager().full(new Shape(200, 3, 4, 4), 0.5f);
        Batch batch = rig.batch(grey, 2, new int[200]);
        Budget budget = Budget.around(grey, threat);
        NDArray start = new RandomStart(batch, threat, budget, 3, 0).onBoundary();
        for (float distance : budget.distances(start).toFloatArray()) {
            assertThat((double) distance).isCloseTo(threat.radius(), within(1e-6));
        }
        float[] inside = budget.distances(new RandomStart(batch, threat, budget, 3, 0).inside())
                .toFloatArray();
        double mean = 0;
        for (float distance : inside) {
            mean += Math.pow(distance / threat.radius(), PIXELS) / inside.length;
        }
        // In a ball, a ball of the share's root times its radius holds that share: the power is uniform in [0, 1].
        assertThat(mean).isCloseTo(0.5, within(0.08));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNothingButTheOutcomeBehindAndTheNetworkAsItWas(boolean linf) {
        try (Network network =
                Network.create(rig.engine, new ResNetSpec(8, 8, new Silu()), new ImageShape(3, 8, 8), 5, 3)) {
            Batch batch = rig.seenBy(network, 4, 0, 1, 6, 3, 8, 8);
            NDArray before = network.logits(batch.images());
            try (Network.Frozen _ = network.freeze();
                    NDManager scratch = rig.engine.manager().newSubManager()) {
                Batch picked = batch.pick(new int[] {0, 1, 2, 3, 4, 5}, scratch);
                int arrays = rig.engine.manager().getManagedArrays().size();
                AttackOutcome outcome = attack(untargeted(Loss.DLR, 12, 2, linf ? LINF : L2), network, picked);
                assertThat(outcome.adversarial().getManager()).isSameAs(scratch);
                assertThat(rig.engine.manager().getManagedArrays().size()).isEqualTo(arrays + 1);
            }
            assertThat(network.logits(batch.images()).toFloatArray()).containsExactly(before.toFloatArray());
        }
    }
}
