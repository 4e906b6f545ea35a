package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;

/** The loop on a set that is easy and robust: bright images against dark ones. */
class TrainingLoopTest {

    @TempDir
    private Path folder = Path.of("");

    private static final class Recording implements TrainingObserver {

        private final List<Measurement> measurements = new ArrayList<>();
        private Progress progress = Progress.NONE;

        @Override
        public void measured(Measurement measurement) {
            measurements.add(measurement);
        }

        @Override
        public void progressed(Progress now, String activity) {
            progress = now;
        }

        @Override
        public void saved(Path checkpoint, CheckpointInfo.Position position) {}

        List<Double> losses() {
            return measurements.stream()
                    .map(m -> m.value(Metric.TRAIN_LOSS).orElseThrow())
                    .toList();
        }
    }

    private static ImageSet brightAndDark(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * 8 * 8 * 3];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            for (int p = 0; p < 8 * 8 * 3; p++) {
                pixels[i * 8 * 8 * 3 + p] = (byte) (labels[i] * 120 + random.nextInt(100));
            }
        }
        return new ImageSet(pixels, labels, 8, 8, 3);
    }

    private static Experiment experiment(TrainingMethod method, int epochs) {
        return new Experiment(
                Experiment.SCHEMA,
                "test",
                new DataSpec.Cifar10Binary("none"),
                new ModelSpec.ResNet(8, 8, new Silu()),
                new TrainingSpec(epochs, 16, method, new OptimizerSpec(0.05, 0.9, 5e-4), new Schedule.Constant()),
                new EvaluationSpec(1, 0, 16, new PgdSpec(8, 2, 5, true)),
                new RuntimeSpec("cpu", 1, 3));
    }

    private static TrainingMethod adversarial() {
        return new TrainingMethod.Adversarial(new PgdSpec(8, 8, 1, true));
    }

    private Recording train(String name, TrainingMethod method, int epochs, int stopAfterSteps) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        Recording record = new Recording();
        Dataset data = new Dataset(brightAndDark(64, 1), brightAndDark(40, 2), List.of("dark", "bright"));
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 3));
                TrainingLoop loop = new TrainingLoop(
                        engine, experiment(method, epochs), data, new Checkpoints(new RunDirectory(run)), record)) {
            boolean whole = loop.run(() -> record.progress.step() >= stopAfterSteps);
            assertThat(whole).isEqualTo(stopAfterSteps > epochs * 4);
        }
        return record;
    }

    @Test
    void learnsAndMeasuresEveryEpoch() throws IOException {
        Recording record = train("learn", adversarial(), 6, Integer.MAX_VALUE);
        List<Measurement> evaluated = record.measurements.stream()
                .filter(m -> m.value(Metric.ROBUST_ACCURACY).isPresent())
                .toList();
        assertThat(evaluated).hasSize(6).allSatisfy(m -> {
            assertThat(m.value(Metric.TEST_EXAMPLES)).hasValue(40);
            assertThat(m.value(Metric.ROBUST_ACCURACY).orElseThrow())
                    .isLessThanOrEqualTo(m.value(Metric.CLEAN_ACCURACY).orElseThrow());
        });
        assertThat(evaluated.getLast().value(Metric.ROBUST_ACCURACY).orElseThrow())
                .isGreaterThan(0.9);
        assertThat(record.progress).extracting(Progress::epoch, Progress::step).containsExactly(6, 24L);
    }

    @Test
    void isBitwiseRepeatable() throws IOException {
        List<Double> first = train("one", adversarial(), 2, Integer.MAX_VALUE).losses();
        assertThat(train("two", adversarial(), 2, Integer.MAX_VALUE).losses()).isEqualTo(first);
        assertThat(train("standard", new TrainingMethod.Standard(), 2, Integer.MAX_VALUE)
                        .losses())
                .isNotEqualTo(first);
    }

    @Test
    void stoppingKeepsACheckpointOfTheLastStep() throws IOException {
        train("stop", adversarial(), 5, 6);
        CheckpointInfo info = new Checkpoints(new RunDirectory(folder.resolve("stop")))
                .info("last")
                .orElseThrow();
        assertThat(info.position().step()).isEqualTo(6);
    }

    @Test
    void checkpointsHoldEveryArrayByNameAndTheirHash() throws IOException {
        train("save", adversarial(), 2, Integer.MAX_VALUE);
        Checkpoints checkpoints = new Checkpoints(new RunDirectory(folder.resolve("save")));
        CheckpointInfo info = checkpoints.info("last").orElseThrow();
        assertThat(checkpoints.info("best")).isPresent();
        assertThat(info.position().epoch()).isEqualTo(2);
        assertThat(Sha256.of(checkpoints.modelFile(info))).isEqualTo(info.modelSha256());
        try (NDManager manager = NDManager.newBaseManager();
                InputStream in = Files.newInputStream(checkpoints.modelFile(info))) {
            NDList arrays = NDList.decode(manager, in);
            assertThat(arrays).extracting(NDArray::getName).contains("conv1.weight", "bn1.running_var", "fc.bias");
            assertThat(arrays.get("fc.weight").getShape().getShape()).containsExactly(2, 32);
            assertThat(arrays.get("bn1.running_mean").toFloatArray()).isNotEqualTo(new float[8]);
        }
    }

    @Test
    void aStepLeavesNoTensorBehind() throws IOException {
        Path run = Files.createDirectories(folder.resolve("memory"));
        Dataset data = new Dataset(brightAndDark(64, 1), brightAndDark(40, 2), List.of("dark", "bright"));
        List<Integer> counts = new ArrayList<>();
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 3));
                TrainingLoop loop = new TrainingLoop(
                        engine,
                        experiment(adversarial(), 3),
                        data,
                        new Checkpoints(new RunDirectory(run)),
                        new Recording())) {
            loop.run(() -> {
                counts.add(engine.manager().getManagedArrays().size());
                return false;
            });
        }
        // Asked before steps and, with a little more alive, between batches of an evaluation.
        assertThat(counts).hasSizeGreaterThan(15);
        assertThat(Collections.max(counts)).isEqualTo(Collections.max(counts.subList(0, 8)));
        assertThat(Collections.min(counts)).isEqualTo(counts.getFirst());
    }
}
