package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;

/** Where attacks begin, by their distributions. */
class StartTest {

    private static final int IMAGES = 2000;
    private static final int PIXELS = 3 * 4 * 4;
    private static final double EPSILON = 8 / 255.0;

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    /** What is added to grey images. */
    private double[] moves(Start start) {
        engine.seed(5);
        NDArray grey = engine.manager().full(new Shape(IMAGES, 3, 4, 4), 0.5f);
        float[] started =
                start.from(grey, LinfBall.around(grey, EPSILON), EPSILON).toFloatArray();
        double[] moves = new double[started.length];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = started[i] - 0.5;
        }
        return moves;
    }

    private static int unmoved(double[] moves) {
        int unmoved = 0;
        for (int image = 0; image < IMAGES; image++) {
            boolean moved = false;
            for (int p = 0; p < PIXELS; p++) {
                moved |= moves[image * PIXELS + p] != 0;
            }
            unmoved += moved ? 0 : 1;
        }
        return unmoved;
    }

    private static double meanSquare(double[] moves) {
        double sum = 0;
        for (double move : moves) {
            sum += move * move / moves.length;
        }
        return sum;
    }

    @Test
    void theCoinLeavesWholeImagesCleanAsOftenAsItsProbabilitySays() {
        assertThat(unmoved(moves(new Start.AtImage()))).isEqualTo(IMAGES);
        assertThat(unmoved(moves(new Start.Uniform(0)))).isZero();
        assertThat(unmoved(moves(new Start.Uniform(1)))).isEqualTo(IMAGES);
        double[] moves = moves(new Start.Uniform(0.2));
        // Three standard deviations of a binomial with 2000 tosses.
        assertThat((double) unmoved(moves)).isCloseTo(0.2 * IMAGES, within(54.0));
        // Those that move are uniform still: variance epsilon squared by three, for four fifths of the images.
        assertThat(meanSquare(moves)).isCloseTo(0.8 * EPSILON * EPSILON / 3, within(0.03 * EPSILON * EPSILON));
    }

    @Test
    void normalNoiseHasItsDeviationAndStaysInTheBall() {
        assertThat(Math.sqrt(meanSquare(moves(new Start.Gaussian(0.001))))).isCloseTo(0.001, within(2e-5));
        assertThat(Arrays.stream(moves(new Start.Gaussian(1)))
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isLessThanOrEqualTo(EPSILON + 1e-6);
    }
}
