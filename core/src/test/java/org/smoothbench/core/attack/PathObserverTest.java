package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AttackSpec.Iterate;
import org.smoothbench.core.experiment.AttackSpec.Loss;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/** Attacks say where they go. */
final class PathObserverTest {

    private static final int PIXELS = 3 * 4 * 4;
    private static final ThreatModel LINF = new ThreatModel.Linf(8);

    private final AttackRig rig = new AttackRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Keeps every iterate of a batch. */
    private static final class Path implements PathObserver {

        private final boolean toTheEnd;
        final List<Integer> runs = new ArrayList<>();
        final List<Integer> steps = new ArrayList<>();
        final List<int[]> places = new ArrayList<>();
        final List<float[]> iterates = new ArrayList<>();
        final List<float[]> logits = new ArrayList<>();
        final List<double[]> losses = new ArrayList<>();
        final List<boolean[]> correct = new ArrayList<>();
        final List<boolean[]> within = new ArrayList<>();

        Path(boolean toTheEnd) {
            this.toTheEnd = toTheEnd;
        }

        @Override
        public void visited(Visit visit) {
            runs.add(visit.run());
            steps.add(visit.step());
            places.add(visit.places());
            float[] pixels = visit.iterates().toFloatArray();
            float[] numbers = visit.logits().toFloatArray();
            int classes = (int) visit.logits().getShape().get(1);
            float[] own = new float[visit.places().length * PIXELS];
            float[] answers = new float[visit.places().length * classes];
            for (int i = 0; i < visit.rows().length; i++) {
                System.arraycopy(pixels, visit.rows()[i] * PIXELS, own, i * PIXELS, PIXELS);
                System.arraycopy(numbers, visit.rows()[i] * classes, answers, i * classes, classes);
            }
            iterates.add(own);
            logits.add(answers);
            losses.add(visit.losses());
            correct.add(visit.correct());
            within.add(visit.within());
        }

        @Override
        public boolean toTheEnd() {
            return toTheEnd;
        }
    }

    @Test
    void thePathOfPgdOnALinearModelIsItsClosedForm() {
        float[] weights = AttackRig.random(2 * PIXELS, 3, -1, 1);
        Classifier model = rig.undecidedAtGrey(weights, 2);
        Batch batch = rig.seenBy(model, 4, 0, 1, 5, 3, 4, 4);
        AttackSpec.Pgd spec = new AttackSpec.Pgd(6, 0.25, 1, false, Loss.CE, 0, Iterate.FIRST_SUCCESS);
        Path path = new Path(true);
        new PgdSearch(spec, LINF).follow(new ModelQueries(model), batch, 1, path);
        float[] x = batch.images().toFloatArray();
        assertThat(path.steps).containsExactly(0, 1, 2, 3, 4, 5, 6);
        for (int step = 0; step <= 6; step++) {
            assertThat(path.places.get(step)).containsExactly(0, 1, 2, 3, 4);
            float[] at = path.iterates.get(step);
            for (int i = 0; i < x.length; i++) {
                int pixel = i % PIXELS;
                double up = Math.signum(weights[2 * pixel + 1] - weights[2 * pixel]);
                double away = batch.label(i / PIXELS) == 0 ? up : -up;
                double reach = Math.min(1, 0.25 * step) * 8 / 255;
                // Six additions of float32 numbers of at most 1, each rounded by at most 6e-8.
                assertThat((double) at[i]).isCloseTo(Math.clamp(x[i] + away * reach, 0.0, 1.0), within(1e-6));
            }
        }
    }

    @Test
    void figuresAreThoseOfTheLogitsHandedOver() {
        Classifier model = rig.twoLayers(PIXELS, 8, 5, 3);
        Batch batch = rig.seenBy(model, 4, 0, 1, 9, 3, 4, 4);
        for (Attack attack : attacks().toList()) {
            Path path = new Path(false);
            attack.follow(new ModelQueries(model), batch, 1, path);
            for (int visit = 0; visit < path.steps.size(); visit++) {
                for (int i = 0; i < path.places.get(visit).length; i++) {
                    int label = batch.label(path.places.get(visit)[i]);
                    float[] logits = path.logits.get(visit);
                    double sum = 0;
                    double largest = Double.NEGATIVE_INFINITY;
                    for (int c = 0; c < 5; c++) {
                        sum += Math.exp(logits[i * 5 + c]);
                        largest = Math.max(largest, logits[i * 5 + c]);
                    }
                    double crossEntropy = Math.log(sum) - logits[i * 5 + label];
                    assertThat(path.losses.get(visit)[i]).isCloseTo(crossEntropy, within(1e-5));
                    assertThat(path.correct.get(visit)[i]).isEqualTo(logits[i * 5 + label] == largest);
                }
            }
        }
    }

    private static Stream<Attack> attacks() {
        return Stream.of(
                new PgdSearch(new AttackSpec.Pgd(8, 0, 2, true, Loss.CE, 0, Iterate.FIRST_SUCCESS), LINF),
                new PgdSearch(new AttackSpec.Pgd(8, 0, 2, true, Loss.CE, 0, Iterate.LAST), LINF),
                new AutoPgd(new AttackSpec.Apgd(Loss.CE, 8, 2, 1), LINF),
                new AutoPgd(new AttackSpec.Apgd(Loss.CE, 8, 2, 1), new ThreatModel.L2(0.2)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void listeningChangesNoBitAndStayingToTheEndFindsTheSame(Attack attack) {
        Classifier model = rig.twoLayers(PIXELS, 16, 5, 3);
        Batch batch = rig.seenBy(model, 4, 0, 1, 24, 3, 4, 4);
        AttackOutcome alone = attack.run(new ModelQueries(model), batch, 1);
        assertThat(alone.fallen()).contains(true).contains(false);
        AttackOutcome heard = attack.follow(new ModelQueries(model), batch, 1, new Path(false));
        assertThat(heard.fallen()).isEqualTo(alone.fallen());
        assertThat(heard.adversarial().toFloatArray())
                .isEqualTo(alone.adversarial().toFloatArray());
        Path whole = new Path(true);
        AttackOutcome followed = attack.follow(new ModelQueries(model), batch, 1, whole);
        assertThat(followed.fallen()).isEqualTo(alone.fallen());
        float[] expected = alone.adversarial().toFloatArray();
        float[] found = followed.adversarial().toFloatArray();
        for (int i = 0; i < expected.length; i++) {
            // A batch that keeps its rows multiplies its matrices in another order.
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
        for (int visit = 0; visit < 9; visit++) {
            assertThat(whole.runs.get(visit)).isZero();
            assertThat(whole.steps.get(visit)).isEqualTo(visit);
            assertThat(whole.places.get(visit)).hasSize(24);
        }
        assertThat(whole.runs.get(9)).isEqualTo(1);
        assertThat(whole.places.get(9)).hasSizeLessThan(24).hasSameSizeAs(whole.places.get(17));
    }
}
