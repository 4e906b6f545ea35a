package org.smoothbench.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.data.Fingerprint;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;

class TrainingLoopTest {

    @TempDir
    private Path folder = Path.of("");

    private static TrainingSpec training(TrainingMethod method, int epochs, double rate) {
        return new TrainingSpec(epochs, 16, method, new OptimizerSpec(rate, 0.9, 5e-4), new Schedule.Constant());
    }

    private static TrainingMethod adversarial() {
        return new TrainingMethod.Adversarial(new PgdSpec(8, 8, 1, true));
    }

    private TrainingRig.Recording train(String name, TrainingMethod method, int epochs, int stopAfterSteps)
            throws IOException {
        TrainingRig.Recording record = new TrainingRig.Recording();
        TrainingEnd end = new TrainingRig(folder)
                .train(
                        name,
                        TrainingRig.experiment(training(method, epochs, 0.05), new Silu()),
                        record,
                        () -> record.progress.step() >= stopAfterSteps);
        assertThat(end).isEqualTo(stopAfterSteps > epochs * 4 ? TrainingEnd.ALL_EPOCHS : TrainingEnd.ON_REQUEST);
        return record;
    }

    @Test
    void learnsAndMeasuresEveryEpoch() throws IOException {
        TrainingRig.Recording record = train("learn", adversarial(), 6, Integer.MAX_VALUE);
        List<Measurement> evaluated = record.measurements.stream()
                .filter(m -> m.value(Metric.ROBUST_ACCURACY).isPresent())
                .toList();
        assertThat(evaluated).hasSize(6).allSatisfy(m -> {
            assertThat(m.value(Metric.TEST_EXAMPLES)).hasValue(40);
            assertThat(m.value(Metric.ROBUST_ACCURACY).orElseThrow())
                    .isLessThanOrEqualTo(m.value(Metric.CLEAN_ACCURACY).orElseThrow());
            assertThat(m.value(Metric.SINGLE_STEP_ACCURACY).orElseThrow())
                    .isLessThanOrEqualTo(m.value(Metric.CLEAN_ACCURACY).orElseThrow());
        });
        assertThat(evaluated.getLast().value(Metric.ROBUST_ACCURACY).orElseThrow())
                .isGreaterThan(0.9);
        assertThat(record.progress).extracting(Progress::epoch, Progress::step).containsExactly(6, 24L);
        assertThat(record.notices).isEmpty();
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
    void standardTrainingLooksForNoCollapse() throws IOException {
        assertThat(train("standard", new TrainingMethod.Standard(), 1, Integer.MAX_VALUE)
                        .measurements
                        .getLast()
                        .value(Metric.SINGLE_STEP_ACCURACY))
                .isEmpty();
    }

    @Test
    void stoppingKeepsACheckpointOfTheLastStep() throws IOException {
        train("stop", adversarial(), 5, 6);
        CheckpointInfo info =
                new TrainingRig(folder).checkpoints("stop").info("last").orElseThrow();
        assertThat(info.position().step()).isEqualTo(6);
    }

    @Test
    void checkpointsHoldEveryArrayByNameAndTheirHash() throws IOException {
        train("save", adversarial(), 2, Integer.MAX_VALUE);
        Checkpoints checkpoints = new TrainingRig(folder).checkpoints("save");
        CheckpointInfo info = checkpoints.info("last").orElseThrow();
        assertThat(checkpoints.info("best")).isPresent();
        assertThat(info.position().epoch()).isEqualTo(2);
        Path weights = checkpoints.weights(info, false).orElseThrow();
        assertThat(checkpoints.weights(info, true)).isEmpty();
        assertThat(info.sha256()).containsEntry("model.safetensors", Fingerprint.ofFile(weights));
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> arrays = ArrayFile.read(weights, manager);
            assertThat(arrays).containsKeys("conv1.weight", "bn1.running_var", "fc.bias");
            assertThat(Objects.requireNonNull(arrays.get("fc.weight"))
                            .getShape()
                            .getShape())
                    .containsExactly(2, 32);
            assertThat(Objects.requireNonNull(arrays.get("bn1.running_mean")).toFloatArray())
                    .isNotEqualTo(new float[8]);
        }
    }

    @Test
    void aLossThatIsNoNumberEndsTrainingAndNamesTheStepTheImagesAndTheCheckpoint() {
        TrainingRig.Recording record = new TrainingRig.Recording();
        TrainingSpec wild = training(adversarial(), 3, 1000);
        assertThatThrownBy(() -> new TrainingRig(folder)
                        .train("wild", TrainingRig.experiment(wild, new Relu()), record, () -> false))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isInstanceOf(Problem.RunFailure.class);
                    assertThat(e.problem().line())
                            .matches(".*the training loss became (NaN|Infinity) at step \\d+, on training images"
                                    + " (\\d+, ){7}\\d+, … .*checkpoint.*lower the learning rate");
                });
        assertThat(record.notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .matches(
                                "not-finite: the loss of step \\d+ is \\S+ on training images \\[(\\d+, ){15}\\d+\\]"));
    }

    static Stream<Activation> activations() {
        return Activation.usual().stream();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void aStepLeavesNoTensorBehind(Activation activation) throws IOException {
        Path run = Files.createDirectories(folder.resolve("memory"));
        List<Integer> counts = new ArrayList<>();
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 3));
                TrainingLoop loop = new TrainingLoop(
                        engine,
                        TrainingRig.experiment(training(adversarial(), 3, 0.05), activation),
                        TrainingRig.data(),
                        new Checkpoints(new RunDirectory(run)),
                        new TrainingRig.Recording())) {
            NDManager weights = Objects.requireNonNull(
                            loop.network().state().all().get("fc.bias"))
                    .getManager();
            loop.run(() -> {
                counts.add(engine.manager().getManagedArrays().size()
                        + weights.getManagedArrays().size());
                return false;
            });
        }
        // Asked before steps and, with a little more alive, between batches of an evaluation.
        assertThat(counts).hasSizeGreaterThan(15);
        assertThat(Collections.max(counts)).isEqualTo(Collections.max(counts.subList(0, 8)));
        assertThat(Collections.min(counts)).isEqualTo(counts.getFirst());
    }
}
