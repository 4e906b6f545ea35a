package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smoothbench.core.launch.SampleRuns.awaitState;
import static org.smoothbench.core.launch.SampleRuns.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.MetricTail;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.training.Checkpoints;

/** A worker is killed by the system; another process goes on, and nobody can tell from the figures. */
final class ResumeProcessTest {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Map<String, String> SHORT =
            Map.of("training.epochs", "8", "runtime.checkpointMinutes", "0.001", "training.schedule", "\"cosine\"");

    @TempDir
    Path root;

    private static void work(RunDirectory run) throws IOException {
        ProcessHandle worker =
                ProcessHandle.of(new LocalLauncher().start(run, 1).pid()).orElseThrow();
        awaitState(run, RunState.FINISHED, START);
        worker.onExit().join();
    }

    private static List<String> figures(RunDirectory run) throws IOException {
        return new MetricTail(run)
                .poll().stream()
                        .map(m -> m.step() + " " + m.value(Metric.TRAIN_LOSS) + " " + m.value(Metric.EPOCH_LOSS) + " "
                                + m.value(Metric.CLEAN_ACCURACY) + " " + m.value(Metric.ROBUST_ACCURACY))
                        .toList();
    }

    @Test
    void aKilledRunGoesOnToTheSameFigures() throws IOException {
        SampleRuns runs = new SampleRuns(root);
        RunDirectory whole = runs.create(SHORT);
        work(whole);

        RunDirectory killed = runs.create(SHORT);
        new LocalLauncher().start(killed, 1);
        SampleRuns.await(killed, "a checkpoint", () -> hasCheckpoint(killed), START);
        ProcessHandle worker = SampleRuns.worker(killed);
        worker.destroyForcibly();
        worker.onExit().join();
        assertThat(status(killed).state()).isEqualTo(RunState.CRASHED);
        Files.writeString(killed.metrics(), "{\"step\": 5, \"ep", StandardOpenOption.APPEND);

        Path weights = killed.checkpoints().resolve(lastFolder(killed)).resolve("model.safetensors");
        byte[] saved = Files.readAllBytes(weights);
        Files.write(weights, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> new RunResumer().requeue(killed, false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("model.safetensors")
                .hasMessageContaining("damaged");
        assertThat(status(killed).state()).isEqualTo(RunState.CRASHED);
        Files.write(weights, saved);

        new RunResumer().requeue(killed, false);
        assertThat(new RunReader().status(killed).orElseThrow().state()).isEqualTo(RunState.QUEUED);
        work(killed);
        assertThat(figures(killed)).isEqualTo(figures(whole)).hasSizeGreaterThan(8);
        Checkpoints once = new Checkpoints(whole);
        Checkpoints twice = new Checkpoints(killed);
        for (String name : List.of("last", "best")) {
            assertThat(twice.info(name)).isEqualTo(once.info(name)).isPresent();
        }
        assertThatThrownBy(() -> new RunResumer().requeue(killed, false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the run is finished");
    }

    private static boolean hasCheckpoint(RunDirectory run) {
        return Files.exists(run.checkpoints().resolve("last.json"));
    }

    private static String lastFolder(RunDirectory run) throws IOException {
        return new Checkpoints(run).info("last").orElseThrow().folder();
    }

    @Test
    void onlyARunThatEndedBeforeItsTimeCanGoOn() {
        RunDirectory waiting = new SampleRuns(root).create(SHORT);
        assertThatThrownBy(() -> new RunResumer().requeue(waiting, false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the run is queued");
        assertThatThrownBy(() -> new RunResumer().requeue(new RunDirectory(root.resolve("none")), false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no run lies here");
    }
}
