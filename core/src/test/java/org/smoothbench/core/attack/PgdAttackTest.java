package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.model.Classifier;

/** PGD against a linear model, whose worst case in the ball is a corner that can be written down. */
class PgdAttackTest {

    private static final int CHANNELS = 3;
    private static final int SIDE = 4;
    private static final int PIXELS = CHANNELS * SIDE * SIDE;

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    /** Two classes with logits (w.x, -w.x), pixels in NCHW order. */
    private record Linear(NDArray weights) implements Classifier {

        @Override
        public NDArray logits(NDArray images) {
            NDArray score = images.reshape(images.getShape().get(0), PIXELS)
                    .mul(weights)
                    .sum(new int[] {1}, true);
            return score.concat(score.neg(), 1);
        }

        @Override
        public int classes() {
            return 2;
        }
    }

    private float[] random(int count, long seed, double from, double to) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(from, to);
        }
        return values;
    }

    private NDArray images(float[] nchw) {
        return engine.manager()
                .create(nchw, new Shape(nchw.length / PIXELS, CHANNELS, SIDE, SIDE))
                .duplicate();
    }

    private Batch batch(float[] nchw, int... labels) {
        NDArray oneHot = engine.manager().create(labels).oneHot(2).duplicate();
        return new Batch(images(nchw), oneHot, labels);
    }

    @Test
    void reachesTheCornerThatIsWorstForALinearModel() {
        float[] w = random(PIXELS, 1, -1, 1);
        float[] x = random(2 * PIXELS, 2, 0, 1);
        double epsilon = 8 / 255.0;
        Linear model = new Linear(engine.manager().create(w).duplicate());
        float[] found = new PgdAttack(new PgdSpec(8, 2, 20, true))
                .perturb(model, batch(x, 0, 1))
                .toFloatArray();
        for (int i = 0; i < x.length; i++) {
            double away = (i < PIXELS ? -1 : 1) * Math.signum(w[i % PIXELS]);
            double corner = Math.clamp(x[i] + away * epsilon, 0.0, 1.0);
            assertThat((double) found[i]).isCloseTo(corner, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverLeavesTheBudgetNorTheBox(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double epsilon = random.nextDouble(0, 64);
        PgdSpec spec = new PgdSpec(epsilon, random.nextDouble(0, 3 * epsilon + 1), random.nextInt(1, 6), seed % 3 != 0);
        float[] x = random(3 * PIXELS, seed, -0.2, 1.2);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.clamp(x[i], 0f, 1f);
        }
        Linear model = new Linear(
                engine.manager().create(random(PIXELS, seed + 100, -5, 5)).duplicate());
        float[] found = new PgdAttack(spec).perturb(model, batch(x, 0, 1, 0)).toFloatArray();
        for (int i = 0; i < x.length; i++) {
            assertThat((double) found[i]).isBetween(0.0, 1.0);
            assertThat(Math.abs((double) found[i] - x[i])).isLessThanOrEqualTo(epsilon / 255 + 1e-6);
        }
    }

    @Test
    void randomStartIsUniformInTheBall() {
        double epsilon = 16 / 255.0;
        float[] grey = new float[200 * PIXELS];
        Arrays.fill(grey, 0.5f);
        engine.seed(5);
        float[] started = new Start.Uniform(0)
                .from(images(grey), LinfBall.around(images(grey), epsilon), epsilon)
                .toFloatArray();
        double mean = 0;
        double square = 0;
        for (float value : started) {
            mean += (value - 0.5) / started.length;
            square += (value - 0.5) * (value - 0.5) / started.length;
        }
        assertThat(mean).isCloseTo(0, within(0.02 * epsilon));
        assertThat(square).isCloseTo(epsilon * epsilon / 3, within(0.02 * epsilon * epsilon));
    }

    @Test
    void leavesNoTensorBehind() {
        Linear model =
                new Linear(engine.manager().create(random(PIXELS, 6, -1, 1)).duplicate());
        Batch batch = batch(random(2 * PIXELS, 7, 0, 1), 0, 1);
        try (NDManager scratch = engine.manager().newSubManager()) {
            batch.images().attach(scratch);
            int before = scratch.getManagedArrays().size();
            new PgdAttack(new PgdSpec(8, 2, 5, true)).perturb(model, batch);
            assertThat(scratch.getManagedArrays()).hasSize(before + 1);
        }
    }
}
