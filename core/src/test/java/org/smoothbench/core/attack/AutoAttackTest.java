package org.smoothbench.core.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Classifier;

/** FAB and Square against what the original AutoAttack finds with the same models, images and random decisions. */
class AutoAttackTest {

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    private static List<String[]> reference(String attack, String norm, int number) {
        try (InputStream in =
                Objects.requireNonNull(AutoAttackTest.class.getResourceAsStream("/attacks/autoattack_reference.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(attack + "," + norm + "," + number + ","))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] pixels(long seed, int count) {
        float[] pixels = SmallModels.random(seed, count, -0.2, 1.2);
        for (int i = 0; i < count; i++) {
            pixels[i] = Math.clamp(pixels[i], 0f, 1f);
        }
        return pixels;
    }

    @ParameterizedTest
    @CsvSource({
        "fab, Linf, 0", "fab, L2, 0", "fab-t, Linf, 0", "fab-t, L2, 0",
        "fab, Linf, 1", "fab, L2, 1", "fab-t, Linf, 1", "fab-t, L2, 1"
    })
    void fabFindsTheOriginalsDistances(String attack, String norm, int number) {
        Shape shape = number == 0 ? new Shape(12, 3, 4, 4) : new Shape(12, 1, 7, 7);
        int classes = number == 0 ? 5 : 10;
        int each = (int) (shape.size() / 12);
        Classifier model = SmallModels.mlp(engine.manager(), 10 + number, each, 12, classes, 5);
        Batch batch = SmallModels.labelled(engine.manager(), model, pixels(20 + number, 12 * each), shape);
        ThreatModel threat = norm.equals("Linf") ? new ThreatModel.Linf(76.5) : new ThreatModel.L2(0.3);
        Fab fab = attack.equals("fab")
                ? new Fab(new AttackSpec.Fab(30, 1), threat)
                : new Fab(new AttackSpec.FabTargeted(30, 9, 1), threat);
        double[] found = fab.distancesOfIterates(new ModelQueries(model), batch, 0);
        List<String[]> reference = reference(attack, norm, number);
        assertThat(reference).hasSize(12);
        for (int i = 0; i < 12; i++) {
            // Where the boundary is left and met again, rounding decides how far beyond it an iterate lies.
            assertThat(found[i])
                    .as("image %d", i)
                    .isCloseTo(Double.parseDouble(reference.get(i)[4]), within(1e-5 + 1e-4 * found[i]));
        }
    }

    @ParameterizedTest
    @CsvSource({"Linf, 0", "L2, 0", "Linf, 1", "L2, 1", "Linf, 2", "L2, 2"})
    void squareTakesTheOriginalsWayUnderTheSameDecisions(String norm, int number) {
        NDManager manager = engine.manager();
        Shape[] shapes = {new Shape(10, 3, 16, 16), new Shape(10, 1, 28, 28), new Shape(10, 2, 9, 9)};
        int[] classes = {5, 10, 3};
        Shape shape = shapes[number];
        int each = (int) (shape.size() / 10);
        Classifier model = SmallModels.mlp(manager, 30 + number, each, 12, classes[number], 3);
        Batch batch = SmallModels.labelled(manager, model, pixels(40 + number, 10 * each), shape);
        ThreatModel threat = norm.equals("Linf") ? new ThreatModel.Linf(10.2) : new ThreatModel.L2(0.4);
        Finds finds = new Finds(batch, manager);
        SquareMoves moves = SquareMoves.around(batch, threat, new SquareSchedule(0.8), new ImageDraws(7, 0), manager);
        SquareRun run = new SquareRun(batch, moves, finds, PathObserver.NONE, manager);
        run.go(new ModelQueries(model), 120);
        float[] margins = run.margins();
        float[] examples = finds.outcome(Symptoms.NONE).adversarial().toFloatArray();
        List<String[]> reference = reference("square", norm, number);
        assertThat(reference).hasSize(10);
        int standing = 0;
        for (int i = 0; i < 10; i++) {
            String[] line = reference.get(i);
            assertThat(finds.fell(i)).as("image %d", i).isEqualTo(line[4].equals("1"));
            if (finds.fell(i)) {
                double sum = 0;
                for (int p = i * each; p < (i + 1) * each; p++) {
                    sum += examples[p];
                }
                assertThat(sum).as("image %d", i).isCloseTo(Double.parseDouble(line[6]), within(1e-3));
            } else {
                assertThat((double) margins[standing++])
                        .as("image %d", i)
                        .isCloseTo(Double.parseDouble(line[5]), within(2e-5));
            }
        }
        assertThat(standing).isEqualTo(margins.length);
    }
}
