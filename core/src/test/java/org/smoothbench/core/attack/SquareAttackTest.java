package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/** What Square may and may not do, and when. */
class SquareAttackTest {

    private static final SquareSchedule SCHEDULE = new SquareSchedule(0.8);

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    private static ThreatModel threat(String norm, double radius) {
        return norm.equals("linf") ? new ThreatModel.Linf(radius * 255) : new ThreatModel.L2(radius);
    }

    private static SquareAttack square(int queries, ThreatModel threat) {
        return new SquareAttack(new AttackSpec.Square(queries, 2, 0.8), threat);
    }

    private Batch grey(int count, int channels, int height, int width) {
        float[] pixels = new float[count * channels * height * width];
        Arrays.fill(pixels, 0.5f);
        Classifier model = SmallModels.linear(engine.manager(), new float[2 * pixels.length / count], 2);
        return SmallModels.labelled(engine.manager(), model, pixels, new Shape(count, channels, height, width));
    }

    @Test
    void sidesFallAsPublished() {
        assertThat(distinctSides(32)).containsExactly(29, 20, 14, 10, 7, 5, 4, 3);
        assertThat(distinctSides(224)).containsExactly(200, 142, 100, 71, 50, 35, 25, 18);
    }

    private static int[] distinctSides(int size) {
        return IntStream.range(0, 5000)
                .map(i -> SCHEDULE.side(i, size, size))
                .distinct()
                .toArray();
    }

    @Test
    void theShareHalvesAfterTheseIterations() {
        int[] last = {10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000};
        for (int i = 0; i < last.length; i++) {
            assertThat(SCHEDULE.share(last[i])).isEqualTo(0.8 / (1 << i));
            assertThat(SCHEDULE.share(last[i] + 1)).isEqualTo(0.8 / (2 << i));
        }
        assertThat(SCHEDULE.share(0)).isEqualTo(0.8);
        assertThat(SCHEDULE.share(1_000_000)).isEqualTo(0.8 / 512);
    }

    @Test
    void sidesFitTheImageAndWindowsForBumpsAreOdd() {
        assertThat(new SquareSchedule(1).side(0, 4, 9)).isEqualTo(4);
        assertThat(new SquareSchedule(0.0001).side(0, 8, 8)).isEqualTo(1);
        assertThat(SCHEDULE.window(0, 32, 32)).isEqualTo(29);
        assertThat(SCHEDULE.window(11, 32, 32)).isEqualTo(21);
        assertThat(SCHEDULE.window(4999, 32, 32)).isEqualTo(3);
        assertThat(new SquareSchedule(1).window(0, 32, 32)).isEqualTo(32);
        assertThat(SCHEDULE.window(0, 2, 2)).isEqualTo(2);
    }

    @Test
    void stripesAreFairSignsConstantOverRows() {
        Batch batch = grey(300, 3, 8, 10);
        LinfSquares moves = LinfSquares.around(batch, 0.1, SCHEDULE, new ImageDraws(3, 0), engine.manager());
        float[] first = moves.first().toFloatArray();
        long up = 0;
        for (int i = 0; i < first.length; i++) {
            int column = i / 80 * 80 + i % 10;
            assertThat(first[i]).isEqualTo(first[column]);
            assertThat(Math.abs(first[i] - 0.5)).isCloseTo(0.1, within(1e-6));
            up += first[i] > 0.5 ? 1 : 0;
        }
        // Four standard deviations of 9000 fair tosses.
        assertThat(up / (double) first.length).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(9000)));
        assertThat(Arrays.copyOf(first, 240)).isNotEqualTo(Arrays.copyOfRange(first, 240, 480));
    }

    @Test
    void allImagesGetTheSameSquareAndOnePerChannelInColour() {
        Batch batch = grey(5, 3, 12, 9);
        LinfSquares moves = LinfSquares.around(batch, 0.1, SCHEDULE, new ImageDraws(3, 0), engine.manager());
        for (int iteration = 0; iteration < 100; iteration++) {
            NDArray candidates = moves.next(iteration, batch.images());
            float[] next = candidates.toFloatArray();
            int side = SCHEDULE.side(iteration, 12, 9);
            for (int channel = 0; channel < 3; channel++) {
                int moved = 0;
                float colour = 0;
                for (int i = channel * 108; i < (channel + 1) * 108; i++) {
                    if (next[i] != 0.5f) {
                        moved++;
                        assertThat(colour == 0 || colour == next[i]).isTrue();
                        colour = next[i];
                    }
                    for (int image = 1; image < 5; image++) {
                        assertThat(next[image * 324 + i]).isEqualTo(next[i]);
                    }
                }
                assertThat(moved).isEqualTo(side * side);
                assertThat(Math.abs(colour - 0.5)).isCloseTo(0.1, within(1e-6));
            }
        }
    }

    @Test
    void bumpPairsHaveLengthOneAndTwoSigns() {
        for (int side = 1; side < 12; side++) {
            float[] upright = BumpPair.of(side, false);
            float[] turned = BumpPair.of(side, true);
            double squares = 0;
            for (int i = 0; i < upright.length; i++) {
                squares += (double) upright[i] * upright[i];
                assertThat(upright[i] > 0).isEqualTo(i / side < side / 2);
                assertThat(turned[i]).isEqualTo(upright[i % side * side + i / side]);
            }
            assertThat(squares).isCloseTo(1, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linf", "l2"})
    void theMarginKeptNeverRises(String norm) {
        NDManager manager = engine.manager();
        Classifier model = SmallModels.mlp(manager, 3, 3 * 64, 8, 4, 0.2);
        Batch batch = SmallModels.labelled(manager, model, SmallModels.random(4, 6 * 192, 0, 1), new Shape(6, 3, 8, 8));
        float[] last = new float[6];
        Arrays.fill(last, Float.POSITIVE_INFINITY);
        int fell = 0;
        for (int queries = 0; queries < 60; queries += 4) {
            SquareMoves moves = SquareMoves.around(batch, threat(norm, 0.001), SCHEDULE, new ImageDraws(1, 0), manager);
            Finds finds = new Finds(batch, manager);
            SquareRun run = new SquareRun(batch, moves, finds, PathObserver.NONE, manager);
            run.go(new ModelQueries(model), queries);
            float[] margins = run.margins();
            fell += 6 - margins.length;
            for (int i = 0; i < margins.length; i++) {
                assertThat(margins[i]).isLessThanOrEqualTo(last[i]).isPositive();
                last[i] = margins[i];
            }
        }
        assertThat(fell).isZero();
    }

    @ParameterizedTest
    @CsvSource({"linf, 0.03", "linf, 0.15", "l2, 0.2", "l2, 0.8"})
    void whatFellIsMisclassifiedWithinTheBudgetAndTheBox(String norm, double radius) {
        SmallModels.checkRandomCases(engine.manager(), square(40, threat(norm, radius)), threat(norm, radius), 1000);
    }

    @ParameterizedTest
    @CsvSource({"linf, 0.05", "l2, 0.4"})
    void neitherSizeNorCompanyOfABatchChangesAnOutcome(String norm, double radius) {
        Classifier model = SmallModels.mlp(engine.manager(), 5, 75, 8, 4, 3);
        Batch all = SmallModels.labelled(
                engine.manager(), model, SmallModels.random(6, 24 * 75, 0, 1), new Shape(24, 3, 5, 5));
        SmallModels.checkCompanyDoesNotMatter(engine.manager(), square(40, threat(norm, radius)), model, all);
    }

    @ParameterizedTest
    @CsvSource({"linf, 0.1", "l2, 0.8"})
    void leavesNothingBehindButTheOutcome(String norm, double radius) {
        Classifier model = SmallModels.mlp(engine.manager(), 5, 75, 8, 4, 3);
        Batch all = SmallModels.labelled(
                engine.manager(), model, SmallModels.random(6, 12 * 75, 0, 1), new Shape(12, 3, 5, 5));
        SmallModels.checkNothingIsLeft(engine.manager(), square(20, threat(norm, radius)), model, all);
    }

    @Test
    void asksAboutStandingImagesOnly() {
        Classifier model = SmallModels.mlp(engine.manager(), 5, 75, 8, 4, 3);
        Batch all = SmallModels.labelled(
                engine.manager(), model, SmallModels.random(6, 12 * 75, 0, 1), new Shape(12, 3, 5, 5));
        ModelQueries hard = new ModelQueries(model);
        AttackOutcome none = square(30, threat("linf", 1e-6)).run(hard, all, 1);
        assertThat(none.fallenCount()).isZero();
        // Once about the image itself, then for each of two restarts about the stripes and thirty moves.
        assertThat(hard.passes()).isEqualTo(new Passes(12 * (1 + 2 * 31), 0));
        ModelQueries easy = new ModelQueries(model);
        square(30, threat("linf", 0.3)).run(easy, all, 1);
        assertThat(easy.passes().forward()).isLessThan(hard.passes().forward() / 2);
    }

    /** With a margin of exactly zero the search ends, but the image falls only if the model's class is another. */
    @Test
    void aTieIsNoMistake() {
        Classifier tie = SmallModels.linear(engine.manager(), new float[2 * 75], 2);
        NDArray images = engine.manager().full(new Shape(2, 3, 5, 5), 0.5f);
        int[] labels = {0, 0};
        Batch batch = new Batch(images, engine.manager().create(labels).oneHot(2), labels);
        ModelQueries queries = new ModelQueries(tie);
        AttackOutcome outcome = square(50, threat("linf", 0.1)).run(queries, batch, 1);
        assertThat(outcome.fallenCount()).isZero();
        assertThat(queries.passes().forward()).isEqualTo(2 + 2 * 2);
    }
}
