package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.BatchNormMode;
import org.smoothbench.core.experiment.CollapseWatch;
import org.smoothbench.core.experiment.EarlyStopping;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.MlpSpec;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.experiment.Warmup;
import org.smoothbench.core.experiment.WeightAveraging;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;

/**
 * Each method's step on a linear classifier of two classes, where the worst case in the budget is a corner that can be
 * written down, against the same step in double precision.
 */
class TrainingStepTest {

    private static final int PIXELS = 12;
    private static final int IMAGES = 6;
    private static final double RATE = 0.3;
    private static final double EPSILON = 8 / 255.0;
    private static final double SMOOTHING = 0.1;

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final Network network = Network.create(
            engine, new MlpSpec(List.of(), new Relu(), new InputNormalization.None()), new ImageShape(3, 2, 2), 2, 5);
    private final double[] images = random();

    @AfterEach
    void close() {
        network.close();
        engine.close();
    }

    private static double[] random() {
        SplittableRandom random = new SplittableRandom(3);
        return random.doubles((long) IMAGES * PIXELS)
                // Some pixels so near 0 and 1 that the box cuts the budget.
                .map(value -> (float) Math.clamp(1.04 * value - 0.02, 0.0, 1.0))
                .toArray();
    }

    private Batch batch() {
        float[] nchw = new float[images.length];
        for (int i = 0; i < nchw.length; i++) {
            nchw[i] = (float) images[i];
        }
        int[] labels = {0, 1, 0, 1, 1, 0};
        return new Batch(
                engine.manager().create(nchw, new Shape(IMAGES, 3, 2, 2)).duplicate(),
                engine.manager().create(labels).oneHot(2).duplicate(),
                labels);
    }

    private TrainingStep.Outcome step(TrainingMethod method) {
        TrainingSpec spec = new TrainingSpec(
                1,
                IMAGES,
                method,
                new OptimizerSpec(RATE, 0, 0),
                new Schedule.Constant(),
                new Warmup(0, 0),
                SMOOTHING,
                new WeightAveraging.None(),
                new EarlyStopping(0, 0),
                new CollapseWatch(CollapseWatch.Action.IGNORE, 0.5));
        try (Sgd sgd = new Sgd(spec.optimizer(), network.state().parameters(), Set.of(), engine.manager());
                NDManager scratch = engine.manager().newSubManager()) {
            Batch batch = batch();
            batch.images().attach(scratch);
            return TrainingStep.of(spec, network, sgd, engine.manager()).run(batch, new Moment(RATE, 9, scratch));
        }
    }

    /** The same network in double precision. */
    private final class Reference {

        private final double[][] w = new double[2][PIXELS];
        private final double[] b = new double[2];
        private final int[] labels = {0, 1, 0, 1, 1, 0};

        Reference() {
            float[] weight = array("fc1.weight").toFloatArray();
            float[] bias = array("fc1.bias").toFloatArray();
            for (int k = 0; k < 2; k++) {
                b[k] = bias[k];
                for (int p = 0; p < PIXELS; p++) {
                    w[k][p] = weight[k * PIXELS + p];
                }
            }
        }

        /** The probability of class 1. */
        double one(double[] x, int image) {
            double score = b[1] - b[0];
            for (int p = 0; p < PIXELS; p++) {
                score += (w[1][p] - w[0][p]) * x[image * PIXELS + p];
            }
            return 1 / (1 + Math.exp(-score));
        }

        /** The sign of the cross-entropy's gradient, times a step, from a place. */
        double[] moved(double[] from, double step) {
            double[] to = from.clone();
            for (int i = 0; i < to.length; i++) {
                double away = (labels[i / PIXELS] == 0 ? 1 : -1) * Math.signum(w[1][i % PIXELS] - w[0][i % PIXELS]);
                to[i] += step * away;
            }
            return to;
        }

        /** Mean cross-entropy with smoothed labels; the weights move along its gradient. */
        double descend(double[] x) {
            double loss = 0;
            double[][] dw = new double[2][PIXELS];
            double[] db = new double[2];
            for (int image = 0; image < IMAGES; image++) {
                double q = one(x, image);
                double target = labels[image] == 1 ? 1 - SMOOTHING / 2 : SMOOTHING / 2;
                loss -= (target * Math.log(q) + (1 - target) * Math.log(1 - q)) / IMAGES;
                for (int k = 0; k < 2; k++) {
                    double slope = (k == 1 ? q - target : target - q) / IMAGES;
                    db[k] += slope;
                    for (int p = 0; p < PIXELS; p++) {
                        dw[k][p] += slope * x[image * PIXELS + p];
                    }
                }
            }
            for (int k = 0; k < 2; k++) {
                b[k] -= RATE * db[k];
                for (int p = 0; p < PIXELS; p++) {
                    w[k][p] -= RATE * dw[k][p];
                }
            }
            return loss;
        }

        void requireSame() {
            float[] weight = array("fc1.weight").toFloatArray();
            float[] bias = array("fc1.bias").toFloatArray();
            for (int k = 0; k < 2; k++) {
                assertThat((double) bias[k]).isCloseTo(b[k], within(1e-6));
                for (int p = 0; p < PIXELS; p++) {
                    assertThat((double) weight[k * PIXELS + p]).isCloseTo(w[k][p], within(1e-6));
                }
            }
        }
    }

    private NDArray array(String name) {
        return Objects.requireNonNull(network.state().all().get(name));
    }

    private static double[] clamp(double[] x, double low, double high) {
        double[] clamped = x.clone();
        for (int i = 0; i < x.length; i++) {
            clamped[i] = Math.clamp(x[i], low, high);
        }
        return clamped;
    }

    @Test
    void standardTrainingDescendsOnTheImages() {
        Reference reference = new Reference();
        TrainingStep.Outcome outcome = step(new TrainingMethod.Standard());
        assertThat(outcome.loss()).isCloseTo(reference.descend(images), within(1e-6));
        reference.requireSame();
    }

    /** A step of twice the budget ends in the worst corner, wherever in the ball it began. */
    @Test
    void adversarialAndFastTrainingDescendOnTheWorstCorner() {
        for (TrainingMethod method : List.of(
                new TrainingMethod.Adversarial(new PgdSpec(8, 16, 1, true)),
                new TrainingMethod.Adversarial(new PgdSpec(8, 2, 10, true)),
                new TrainingMethod.Adversarial(
                        new PgdSpec(8, 8, 1, true), BatchNormMode.INFERENCE, 1, TrainingMethod.Coin.IMAGE),
                new TrainingMethod.Fast(8, 2, BatchNormMode.INFERENCE))) {
            Reference reference = new Reference();
            TrainingStep.Outcome outcome = step(method);
            double[] worst = clamp(reference.moved(images, EPSILON), 0, 1);
            assertThat(outcome.loss()).as(method.label()).isCloseTo(reference.descend(worst), within(1e-6));
            reference.requireSame();
        }
    }

    /** Algorithm 1 of Shafahi et al. replayed: weights and perturbation move on the gradients of one pass. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void freeTrainingReplaysWithAPerturbationThatGrows(int replays) {
        Reference reference = new Reference();
        TrainingStep.Outcome outcome = step(new TrainingMethod.Free(replays, 8, 3));
        double[] delta = new double[images.length];
        double loss = 0;
        for (int replay = 0; replay < replays; replay++) {
            double[] moved = images.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += delta[i];
            }
            double[] grown = reference.moved(delta, 3 / 255.0);
            for (int i = 0; i < delta.length; i++) {
                boolean inside = moved[i] >= 0 && moved[i] <= 1;
                delta[i] = inside ? Math.clamp(grown[i], -EPSILON, EPSILON) : delta[i];
            }
            loss += reference.descend(clamp(moved, 0, 1)) / replays;
        }
        assertThat(outcome.loss()).isCloseTo(loss, within(1e-5));
        assertThat(outcome.examples()).isEqualTo(replays * IMAGES);
        reference.requireSame();
    }

    /** On a linear model the divergence grows towards two opposite corners; the noise at the start decides on one. */
    @Test
    void tradesWeighsTheDivergenceAtAWorstCorner() {
        Reference reference = new Reference();
        double beta = 6;
        double clean = 0;
        double least = 0;
        double most = 0;
        double[] towards = clamp(reference.moved(images, EPSILON), 0, 1);
        double[] away = clamp(reference.moved(images, -EPSILON), 0, 1);
        for (int image = 0; image < IMAGES; image++) {
            double p = reference.one(images, image);
            double target = reference.labels[image] == 1 ? 1 - SMOOTHING / 2 : SMOOTHING / 2;
            clean -= (target * Math.log(p) + (1 - target) * Math.log(1 - p)) / IMAGES;
            double one = divergence(p, reference.one(towards, image));
            double other = divergence(p, reference.one(away, image));
            least += beta * Math.min(one, other) / IMAGES;
            most += beta * Math.max(one, other) / IMAGES;
        }
        TrainingStep.Outcome outcome =
                step(new TrainingMethod.Trades(new PgdSpec(8, 2, 10, true), beta, BatchNormMode.INFERENCE));
        assertThat(outcome.loss()).isBetween(clean + least - 1e-5, clean + most + 1e-5);
        assertThat(least).isGreaterThan(1e-4);
    }

    private static double divergence(double p, double q) {
        return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    }
}
