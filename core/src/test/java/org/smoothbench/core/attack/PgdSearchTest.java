package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AttackSpec.Iterate;
import org.smoothbench.core.experiment.AttackSpec.Loss;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/** PGD against models whose worst case is known, and what it may and may not do with any model. */
class PgdSearchTest {

    private static final int PIXELS = 3 * 4 * 4;
    private static final ThreatModel LINF = new ThreatModel.Linf(8);
    private static final ThreatModel L2 = new ThreatModel.L2(0.3);

    private final AttackRig rig = new AttackRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static AttackSpec.Pgd pgd(int steps, Iterate iterate) {
        return new AttackSpec.Pgd(steps, 0, 1, true, Loss.CE, 0, iterate);
    }

    private static AttackOutcome attack(AttackSpec.Pgd spec, ThreatModel threat, Classifier model, Batch batch) {
        return new PgdSearch(spec, threat).run(new ModelQueries(model), batch, 11);
    }

    /** Which images of two classes a step against the weights' difference can reach; none is near the box. */
    private static boolean[] reachable(float[] weights, Batch batch, ThreatModel threat) {
        float[] x = batch.images().toFloatArray();
        double absolute = 0;
        double squares = 0;
        for (int i = 0; i < PIXELS; i++) {
            double w = (double) weights[2 * i] - weights[2 * i + 1];
            absolute += Math.abs(w);
            squares += w * w;
        }
        double reach = threat.radius() * (threat instanceof ThreatModel.Linf ? absolute : Math.sqrt(squares));
        boolean[] falls = new boolean[batch.size()];
        for (int image = 0; image < falls.length; image++) {
            double score = 0;
            for (int i = 0; i < PIXELS; i++) {
                score += ((double) weights[2 * i] - weights[2 * i + 1]) * (x[image * PIXELS + i] - 0.5);
            }
            falls[image] = Math.abs(score) < reach;
        }
        return falls;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anImageOfALinearModelFallsExactlyWhenTheWorstCaseIsWrong(boolean linf) {
        ThreatModel threat = linf ? LINF : L2;
        float[] weights = AttackRig.random(2 * PIXELS, 3, -1, 1);
        Classifier model = rig.undecidedAtGrey(weights, 2);
        Batch batch = rig.seenBy(model, 4, 0.3, 0.7, 64, 3, 4, 4);
        boolean[] expected = reachable(weights, batch, threat);
        for (Iterate iterate : Iterate.values()) {
            AttackOutcome outcome = attack(pgd(20, iterate), threat, model, batch);
            assertThat(outcome.fallen()).containsExactly(expected);
            AttackRig.assertTrue(outcome, model, batch, threat);
        }
        assertThat(expected).contains(true).contains(false);
    }

    @Test
    void fgsmGoesToTheCornerOfTheSigns() {
        float[] weights = AttackRig.random(2 * PIXELS, 3, -1, 1);
        Classifier model = rig.undecidedAtGrey(weights, 2);
        Batch batch = rig.seenBy(model, 4, 0, 1, 32, 3, 4, 4);
        AttackOutcome outcome = new PgdSearch(new AttackSpec.Fgsm(false), LINF).run(new ModelQueries(model), batch, 0);
        float[] x = batch.images().toFloatArray();
        float[] found = outcome.adversarial().toFloatArray();
        assertThat(outcome.fallenCount()).isPositive();
        for (int i = 0; i < x.length; i++) {
            if (outcome.fell(i / PIXELS)) {
                int pixel = i % PIXELS;
                double up = Math.signum(weights[2 * pixel + 1] - weights[2 * pixel]);
                double away = batch.label(i / PIXELS) == 0 ? up : -up;
                assertThat((double) found[i]).isCloseTo(Math.clamp(x[i] + away * 8 / 255, 0.0, 1.0), within(1e-6));
            }
        }
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
        Loss loss = List.of(Loss.values()).get(seed % 3);
        Iterate iterate = List.of(Iterate.values()).get(seed / 3 % 3);
        AttackSpec.Pgd spec = new AttackSpec.Pgd(
                random.nextInt(1, 6), random.nextDouble(0, 3), 2, seed % 4 != 0, loss, seed % 5, iterate);
        Classifier model = rig.twoLayers(channels * side * side, 8, classes, seed);
        Batch batch = rig.seenBy(model, seed, 0, 1, random.nextInt(1, 9), channels, side, side);
        AttackRig.assertTrue(attack(spec, threat, model, batch), model, batch, threat);
    }

    @Test
    void neitherTheSizeNorTheCompanyOfABatchChangesAnOutcome() {
        Classifier model = rig.twoLayers(PIXELS, 16, 10, 5);
        Batch all = rig.seenBy(model, 6, 0, 1, 21, 3, 4, 4);
        AttackSpec.Pgd spec = new AttackSpec.Pgd(5, 0, 2, true, Loss.DLR, 3, Iterate.FIRST_SUCCESS);
        AttackOutcome whole = attack(spec, LINF, model, all);
        assertThat(whole.fallenCount()).isBetween(1, 20);
        for (int size : new int[] {1, 7}) {
            for (int from = 0; from < all.size(); from += size) {
                int first = from;
                int[] places = new int[size];
                Arrays.setAll(places, i -> all.size() - 1 - first - i);
                try (NDManager scratch = rig.engine.manager().newSubManager()) {
                    AttackOutcome part = attack(spec, LINF, model, all.pick(places, scratch));
                    for (int i = 0; i < size; i++) {
                        assertThat(part.fell(i)).isEqualTo(whole.fell(places[i]));
                        NDArray difference = part.adversarial()
                                .get(i)
                                .sub(whole.adversarial().get(places[i]));
                        assertThat(difference.abs().max().getFloat()).isLessThan(1e-5f);
                    }
                }
            }
        }
    }

    @Test
    void theObserverHearsOfEveryStep() {
        Classifier model = rig.affine(PIXELS, 2, 8);
        Batch batch = rig.seenBy(model, 9, 0.3, 0.7, 10, 3, 4, 4);
        List<double[]> heard = new ArrayList<>();
        List<Integer> wrong = new ArrayList<>();
        AttackOutcome outcome = new PgdSearch(pgd(4, Iterate.LAST), LINF)
                .run(new ModelQueries(model), batch, 3, (run, step, places, losses, correct) -> {
                    assertThat(run).isZero();
                    assertThat(step).isEqualTo(heard.size());
                    assertThat(places).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
                    heard.add(losses);
                    int count = 0;
                    for (boolean right : correct) {
                        count += right ? 0 : 1;
                    }
                    wrong.add(count);
                });
        assertThat(heard).hasSize(5);
        // On a linear model every signed step raises the loss.
        for (int step = 1; step < 5; step++) {
            for (int i = 0; i < 10; i++) {
                assertThat(heard.get(step)[i]).isGreaterThanOrEqualTo(heard.get(step - 1)[i] - 1e-6);
            }
        }
        assertThat(wrong.getLast()).isEqualTo(outcome.fallenCount());
    }

    @Test
    void onlySurvivorsAreAttackedAgain() {
        float[] weights = AttackRig.random(2 * PIXELS, 3, -1, 1);
        Classifier model = rig.undecidedAtGrey(weights, 2);
        Batch batch = rig.seenBy(model, 4, 0.3, 0.7, 64, 3, 4, 4);
        int survivors = 0;
        for (boolean falls : reachable(weights, batch, LINF)) {
            survivors += falls ? 0 : 1;
        }
        ModelQueries queries = new ModelQueries(model);
        new PgdSearch(new AttackSpec.Pgd(10, 0, 3, true, Loss.CE, 0, Iterate.LAST), LINF).run(queries, batch, 1);
        assertThat(queries.passes().gradient()).isEqualTo(10L * (64 + 2 * survivors));
        assertThat(queries.passes().forward()).isEqualTo(11L * (64 + 2 * survivors));
    }

    @Test
    void aModelWithoutGradientsIsNoticed() {
        Classifier constant = rig.affine(new float[2 * PIXELS], 1, 0);
        Batch batch = rig.seenBy(constant, 1, 0, 1, 5, 3, 4, 4);
        AttackOutcome outcome = attack(AttackSpec.Pgd.steps(3), LINF, constant, batch);
        assertThat(outcome.symptoms()).isEqualTo(new Symptoms(5, 5, 5, 0));
        assertThat(outcome.fallenCount()).isZero();
    }

    @Test
    void gradientsThatAreNoNumbersNeitherSpreadNorPassUnnoticed() {
        Classifier broken = new Classifier() {

            @Override
            public NDArray logits(NDArray images) {
                // The square root's derivative at zero is infinite, and zero times that no number.
                NDArray odd = images.sub(images).sqrt().sum(new int[] {1, 2, 3}).reshape(-1, 1);
                return odd.add(1).concat(odd, 1);
            }

            @Override
            public int classes() {
                return 2;
            }
        };
        Batch batch = rig.batch(rig.tensor(AttackRig.random(3 * PIXELS, 1, 0, 1), 3, 3, 4, 4), 2, 0, 0, 0);
        for (ThreatModel threat : List.of(LINF, L2)) {
            AttackOutcome outcome = attack(AttackSpec.Pgd.steps(3), threat, broken, batch);
            assertThat(outcome.symptoms().notFinite()).isEqualTo(3);
            AttackRig.assertTrue(outcome, broken, batch, threat);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNothingButTheOutcomeBehind(boolean linf) {
        Classifier model = rig.twoLayers(PIXELS, 8, 5, 3);
        Batch batch = rig.seenBy(model, 4, 0, 1, 16, 3, 4, 4);
        try (NDManager scratch = rig.engine.manager().newSubManager()) {
            batch.images().attach(scratch);
            batch.oneHot().attach(scratch);
            for (Iterate iterate : Iterate.values()) {
                // The engine's manager counts the arrays of all managers below it.
                int before = rig.engine.manager().getManagedArrays().size();
                AttackSpec.Pgd spec = new AttackSpec.Pgd(5, 0, 2, true, Loss.DLR, 2, iterate);
                AttackOutcome outcome = attack(spec, linf ? LINF : L2, model, batch);
                assertThat(outcome.fallenCount()).isPositive();
                assertThat(outcome.adversarial().getManager()).isSameAs(scratch);
                assertThat(rig.engine.manager().getManagedArrays().size()).isEqualTo(before + 1);
            }
        }
    }
}
