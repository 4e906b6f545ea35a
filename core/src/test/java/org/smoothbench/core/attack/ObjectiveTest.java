package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.experiment.AttackSpec.Loss;
import org.smoothbench.core.model.Classifier;

/** Losses and their gradients with respect to logits, against formulas in double precision. */
class ObjectiveTest {

    private static final int IMAGES = 12;

    private final AttackRig rig = new AttackRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Shows one-pixel-high images of as many channels as classes as logits. */
    private record Pixels(int classes) implements Classifier {

        @Override
        public NDArray logits(NDArray images) {
            return images.reshape(images.getShape().get(0), classes);
        }
    }

    private static double logSumExp(double[] z) {
        double top = Arrays.stream(z).max().orElseThrow();
        return top + Math.log(Arrays.stream(z).map(v -> Math.exp(v - top)).sum());
    }

    private static double margin(double[] z, int label) {
        double other = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < z.length; k++) {
            other = k == label ? other : Math.max(other, z[k]);
        }
        return other - z[label];
    }

    private static double away(Loss loss, double[] z, int label) {
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        int last = z.length - 1;
        return switch (loss) {
            case CE -> logSumExp(z) - z[label];
            case MARGIN -> margin(z, label);
            case DLR -> margin(z, label) / (z.length < 3 ? 1 : sorted[last] - sorted[last - 2] + 1e-12);
        };
    }

    private static double towards(Loss loss, double[] z, int label, int target) {
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        int last = z.length - 1;
        double margin = z[target] - z[label];
        return switch (loss) {
            case CE -> z[target] - logSumExp(z);
            case MARGIN -> margin;
            case DLR ->
                z.length < 4 ? margin : margin / (sorted[last] - (sorted[last - 2] + sorted[last - 3]) / 2 + 1e-12);
        };
    }

    private interface Formula {
        double of(double[] logits, int image);
    }

    private void check(Objective objective, Formula formula, float[] logits, int classes) {
        NDArray images = rig.tensor(logits, IMAGES, classes, 1, 1);
        LossGradient at = new ModelQueries(new Pixels(classes)).gradient(images, objective);
        float[] losses = at.losses().toFloatArray();
        float[] gradient = at.gradient().toFloatArray();
        for (int image = 0; image < IMAGES; image++) {
            double[] z = new double[classes];
            for (int k = 0; k < classes; k++) {
                z[k] = logits[image * classes + k];
            }
            double expected = formula.of(z, image);
            // Ratios of differences of logits that are close together: float32 leaves about five digits.
            assertThat((double) losses[image]).isCloseTo(expected, within(3e-5 * (1 + Math.abs(expected))));
            for (int k = 0; k < classes; k++) {
                // Far smaller than the distance of random logits, so that no ranks change.
                double h = 1e-7;
                double here = z[k];
                z[k] = here + h;
                double above = formula.of(z, image);
                z[k] = here - h;
                double slope = (above - formula.of(z, image)) / (2 * h);
                z[k] = here;
                assertThat((double) gradient[image * classes + k])
                        .isCloseTo(slope, within(3e-4 * (1 + Math.abs(slope))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 10, 1000})
    void valuesAndGradientsAreThoseOfTheFormulas(int classes) {
        SplittableRandom random = new SplittableRandom(classes);
        // Distinct logits in random order, 0.01 apart at least, as formulas bend where ranks change.
        float[] logits = new float[IMAGES * classes];
        int[] labels = new int[IMAGES];
        int[] targets = new int[IMAGES];
        for (int image = 0; image < IMAGES; image++) {
            for (int k = 0; k < classes; k++) {
                logits[image * classes + k] = (float) (k * 12.0 / classes + random.nextDouble(0.001));
            }
            for (int k = classes - 1; k > 0; k--) {
                int other = image * classes + random.nextInt(k + 1);
                float kept = logits[image * classes + k];
                logits[image * classes + k] = logits[other];
                logits[other] = kept;
            }
            labels[image] = random.nextInt(classes);
            targets[image] = (labels[image] + 1 + random.nextInt(classes - 1)) % classes;
        }
        NDArray oneHot = rig.engine.manager().create(labels).oneHot(classes);
        NDArray aims = rig.engine.manager().create(targets).oneHot(classes);
        for (Loss loss : Loss.values()) {
            check(Objective.awayFrom(loss, oneHot), (z, i) -> away(loss, z, labels[i]), logits, classes);
            check(
                    Objective.towards(loss, oneHot, aims),
                    (z, i) -> towards(loss, z, labels[i], targets[i]),
                    logits,
                    classes);
        }
    }

    @Test
    void equalLogitsGiveNumbers() {
        NDArray oneHot = rig.engine.manager().create(new int[] {0}).oneHot(5);
        NDArray aims = rig.engine.manager().create(new int[] {1}).oneHot(5);
        for (Objective objective :
                new Objective[] {Objective.awayFrom(Loss.DLR, oneHot), Objective.towards(Loss.DLR, oneHot, aims)}) {
            NDArray images = rig.tensor(new float[5], 1, 5, 1, 1);
            LossGradient at = new ModelQueries(new Pixels(5)).gradient(images, objective);
            assertThat(at.losses().getFloat()).isZero();
            for (float slope : at.gradient().toFloatArray()) {
                assertThat(slope).isFinite();
            }
        }
    }

    @Test
    void rowsAreThoseAskedFor() {
        float[] logits = AttackRig.random(4 * 6, 3, -2, 2);
        NDArray all = rig.tensor(logits, 4, 6);
        NDArray oneHot = rig.engine.manager().create(new int[] {0, 1, 2, 3}).oneHot(6);
        NDArray aims = rig.engine.manager().create(new int[] {4, 5, 4, 5}).oneHot(6);
        NDArray rows = Rows.indices(new int[] {3, 1}, rig.engine.manager());
        for (Loss loss : Loss.values()) {
            for (Objective objective :
                    new Objective[] {Objective.awayFrom(loss, oneHot), Objective.towards(loss, oneHot, aims)}) {
                float[] losses = objective.losses(all).toFloatArray();
                float[] some = objective.rows(rows).losses(Rows.of(all, rows)).toFloatArray();
                assertThat(some).containsExactly(losses[3], losses[1]);
            }
        }
    }
}
