package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.experiment.BatchNormMode;
import org.smoothbench.core.experiment.CollapseWatch;
import org.smoothbench.core.experiment.EarlyStopping;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.experiment.Warmup;
import org.smoothbench.core.experiment.WeightAveraging;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;

/** A run that is interrupted and goes on must not differ in a single bit from one that is not. */
class ResumeTest {

    private static final int EPOCHS = 4;
    private static final int STEPS = 4 * EPOCHS;

    @TempDir
    private Path folder = Path.of("");

    private static TrainingSpec training(TrainingMethod method, WeightAveraging averaging) {
        return new TrainingSpec(
                EPOCHS,
                16,
                method,
                new OptimizerSpec(0.05, 0.9, 5e-4),
                new Schedule.Cosine(0),
                new Warmup(1, 0.1),
                0.1,
                averaging,
                new EarlyStopping(0, 0),
                new CollapseWatch(CollapseWatch.Action.REPORT, 0.5));
    }

    static Stream<TrainingSpec> recipes() {
        WeightAveraging ema = new WeightAveraging.Ema(0.9, true, WeightAveraging.Statistics.AVERAGED);
        PgdSpec pgd = new PgdSpec(8, 4, 2, true);
        return Stream.of(
                training(
                        new TrainingMethod.Adversarial(pgd, BatchNormMode.TRAINING, 0.3, TrainingMethod.Coin.IMAGE),
                        ema),
                training(new TrainingMethod.Free(3, 8, 8), new WeightAveraging.None()),
                training(new TrainingMethod.Trades(pgd, 6, BatchNormMode.INFERENCE), new WeightAveraging.None()));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void stoppingAtAnyStepChangesNothing(TrainingSpec training) throws IOException {
        Experiment experiment = TrainingRig.experiment(training, new Silu());
        TrainingRig rig = new TrainingRig(folder);
        TrainingRig.Recording whole = new TrainingRig.Recording();
        assertThat(rig.train("whole", experiment, whole, () -> false)).isEqualTo(TrainingEnd.ALL_EPOCHS);
        SplittableRandom random = new SplittableRandom(7);
        int first = random.nextInt(1, 6);
        int[] stops = {first, first + random.nextInt(1, 5), first + random.nextInt(5, 10)};

        List<String> lines = new ArrayList<>();
        for (int stop : stops) {
            TrainingRig.Recording part = new TrainingRig.Recording();
            assertThat(rig.train("parts", experiment, part, () -> part.progress.step() >= stop))
                    .isEqualTo(TrainingEnd.ON_REQUEST);
            lines.addAll(part.lines());
        }
        TrainingRig.Recording rest = new TrainingRig.Recording();
        assertThat(rig.train("parts", experiment, rest, () -> false)).isEqualTo(TrainingEnd.ALL_EPOCHS);
        lines.addAll(rest.lines());

        assertThat(lines).isEqualTo(whole.lines());
        assertThat(rest.progress.step()).isEqualTo(STEPS);
        assertThat(hashes(rig, "parts")).isEqualTo(hashes(rig, "whole"));
    }

    private static List<String> hashes(TrainingRig rig, String name) throws IOException {
        List<String> hashes = new ArrayList<>();
        for (String pointer : List.of("last", "best")) {
            CheckpointInfo info = rig.checkpoints(name).info(pointer).orElseThrow();
            hashes.add(pointer + " " + info.position() + " " + info.sha256());
        }
        return hashes;
    }

    @Test
    void stoppingDuringAnEvaluationRepeatsTheEvaluationOnly() throws IOException {
        Experiment experiment = TrainingRig.experiment(recipes().findFirst().orElseThrow(), new Silu());
        TrainingRig rig = new TrainingRig(folder);
        TrainingRig.Recording whole = new TrainingRig.Recording();
        rig.train("whole", experiment, whole, () -> false);
        TrainingRig.Recording part = new TrainingRig.Recording();
        assertThat(rig.train("parts", experiment, part, () -> part.evaluating)).isEqualTo(TrainingEnd.ON_REQUEST);
        TrainingRig.Recording rest = new TrainingRig.Recording();
        rig.train("parts", experiment, rest, () -> false);
        assertThat(Stream.concat(part.lines().stream(), rest.lines().stream())).isEqualTo(whole.lines());
    }

    @Test
    void measuringSmoothnessChangesNothingElseAndResumesAlike() throws IOException {
        Experiment plain = TrainingRig.experiment(recipes().findFirst().orElseThrow(), new Relu());
        Experiment watched = new ExperimentFile()
                .change(plain, Map.of("evaluation.smoothness", "{\"every\": 3, \"examples\": 10}"), "test");
        TrainingRig rig = new TrainingRig(folder);
        rig.train("plain", plain, new TrainingRig.Recording(), () -> false);
        TrainingRig.Recording whole = new TrainingRig.Recording();
        rig.train("whole", watched, whole, () -> false);
        assertThat(hashes(rig, "whole")).isEqualTo(hashes(rig, "plain"));
        assertThat(whole.measurements.stream()
                        .filter(m -> m.value(Metric.SMOOTHNESS_EXAMPLES).isPresent()))
                .extracting(m -> m.epoch())
                .containsExactly(3.0, 4.0);
        Measurement last = whole.measurements.getLast();
        for (Metric metric : Metric.values()) {
            assertThat(last.value(metric).isPresent() || !metric.key().startsWith("smoothness"))
                    .as(metric.key())
                    .isTrue();
        }
        assertThat(last.value(Metric.SMOOTHNESS_EXAMPLES)).hasValue(10);
        assertThat(last.value(Metric.GRADIENT_ALIGNMENT).orElseThrow()).isBetween(-1.0, 1.0);

        TrainingRig.Recording part = new TrainingRig.Recording();
        assertThat(rig.train("parts", watched, part, () -> part.smoothing)).isEqualTo(TrainingEnd.ON_REQUEST);
        TrainingRig.Recording rest = new TrainingRig.Recording();
        rig.train("parts", watched, rest, () -> false);
        assertThat(Stream.concat(part.lines().stream(), rest.lines().stream())).isEqualTo(whole.lines());
    }

    /** As after kill -9: nothing is saved at the end, and steps after the last checkpoint are done again. */
    @Test
    void dyingBetweenCheckpointsChangesNothing() throws IOException {
        Experiment experiment = TrainingRig.experiment(recipes().findFirst().orElseThrow(), new Silu());
        TrainingRig rig = new TrainingRig(folder);
        TrainingRig.Recording whole = new TrainingRig.Recording();
        rig.train("whole", experiment, whole, () -> false);
        for (int death : new int[] {6, 11, 15}) {
            TrainingRig.Recording dying = new TrainingRig.Recording();
            assertThatThrownBy(() -> rig.train("parts", experiment, dying, () -> {
                        if (dying.progress.step() == death) {
                            throw new IllegalStateException("dead");
                        }
                        return false;
                    }))
                    .hasMessage("dead");
            assertThat(whole.lines()).containsSequence(dying.lines());
        }
        TrainingRig.Recording rest = new TrainingRig.Recording();
        rig.train("parts", experiment, rest, () -> false);
        assertThat(whole.lines()).endsWith(rest.lines().toArray(String[]::new));
        assertThat(hashes(rig, "parts")).isEqualTo(hashes(rig, "whole"));
    }

    @Test
    void aDamagedCheckpointOrOneOfAnotherNetworkIsRefused() throws IOException {
        Experiment experiment = TrainingRig.experiment(recipes().findFirst().orElseThrow(), new Silu());
        TrainingRig rig = new TrainingRig(folder);
        TrainingRig.Recording part = new TrainingRig.Recording();
        rig.train("run", experiment, part, () -> part.progress.step() >= 5);

        Experiment other = experiment.withModel(new ResNetSpec(8, 16, new Silu()));
        assertThatThrownBy(() -> rig.train("run", other, new TrainingRig.Recording(), () -> false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the checkpoint is of another network")
                .hasMessageContaining("conv1.weight: expected (16, 3, 3, 3), found (8, 3, 3, 3)");

        Checkpoints checkpoints = rig.checkpoints("run");
        Path weights = checkpoints
                .weights(checkpoints.info("last").orElseThrow(), false)
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 1;
        Files.write(weights, bytes);
        assertThatThrownBy(() -> rig.train("run", experiment, new TrainingRig.Recording(), () -> false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("model.safetensors")
                .hasMessageContaining("damaged");
    }
}
