package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.data.DataLocator;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.Checkpoints;

/** A run's network as it was saved, and every reason why there is none. */
final class TrainedModelTest {

    @TempDir
    Path folder;

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));

    @AfterEach
    void close() {
        engine.close();
    }

    private RunDirectory trained(Map<String, String> changes) {
        RunDirectory run = new SampleRuns(folder).create(changes);
        var _ = new Worker(new WorkerTest.Spectator()).work(run);
        return run;
    }

    private static Path file(RunDirectory run, boolean averaged) throws IOException {
        Checkpoints checkpoints = new Checkpoints(run);
        CheckpointInfo info = checkpoints.info("last").orElseThrow();
        return checkpoints.weights(info, averaged).orElseThrow();
    }

    @Test
    void hasTheWeightsOfTheFile() throws IOException {
        RunDirectory run = trained(Map.of("training.averaging", "ema"));
        for (boolean averaged : new boolean[] {false, true}) {
            Map<String, NDArray> saved = ArrayFile.read(file(run, averaged), engine.manager());
            try (TrainedModel model = TrainedModel.open(engine, run, "last", averaged)) {
                assertThat(model.network().state().all())
                        .hasSameSizeAs(saved)
                        .allSatisfy((name, array) -> assertThat(array.toFloatArray())
                                .isEqualTo(
                                        Objects.requireNonNull(saved.get(name)).toFloatArray()));
                assertThat(model.weights().sha256()).hasSize(64);
                assertThat(model.weights().epoch()).isEqualTo(1);
                assertThat(model.data().images().size()).isPositive();
                assertThat(model.experiment().runtime().threads()).isEqualTo(1);
            }
        }
        assertThat(file(run, true)).isNotEqualTo(file(run, false));
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        RunDirectory untrained = new SampleRuns(folder).create(Map.of());
        refuses(untrained, "best", false, "there is no best checkpoint yet");
        refuses(new RunDirectory(folder.resolve("nothing")), "last", false, "no run lies here");
        RunDirectory run = trained(Map.of());
        refuses(run, "last", true, "weights were not averaged in this run");
        Files.write(file(run, false), new byte[] {1}, StandardOpenOption.APPEND);
        refuses(run, "last", false, "the checkpoint is damaged");
        Files.delete(file(run, false));
        refuses(run, "last", false, "the checkpoint's file is missing");
    }

    private void refuses(RunDirectory run, String checkpoint, boolean averaged, String reason) {
        assertThatThrownBy(() -> TrainedModel.open(engine, run, checkpoint, averaged))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().line()).contains(reason));
    }

    @Test
    void otherImagesMustFitTheNetwork() throws IOException {
        RunDirectory run = trained(Map.of());
        for (String name : List.of("train/a/0.png", "train/b/0.png", "test/a/0.png", "test/b/0.png")) {
            Path file = folder.resolve("two").resolve(name);
            Files.createDirectories(file.getParent());
            ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        }
        DataSpec two = DataLocator.locate(folder.resolve("two"));
        assertThatThrownBy(() -> TrainedModel.open(engine, run, "last", false, Optional.of(two)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the network is not for images of 3x32x32 in 2 classes")
                .hasNoCause();
    }
}
