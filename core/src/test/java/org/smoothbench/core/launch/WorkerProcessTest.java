package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.core.launch.SampleRuns.awaitMeasurement;
import static org.smoothbench.core.launch.SampleRuns.awaitState;
import static org.smoothbench.core.launch.SampleRuns.status;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.MetricTail;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WorkerProcess;
import org.smoothbench.core.training.Checkpoints;

/** Workers as the window starts them: real processes. */
final class WorkerProcessTest {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SECONDS = Duration.ofSeconds(10);

    @TempDir
    Path root;

    private SampleRuns runs = new SampleRuns(Path.of(""));
    private final List<ProcessHandle> workers = new ArrayList<>();

    @BeforeEach
    void useTheFolder() {
        runs = new SampleRuns(root);
    }

    @AfterEach
    void endWorkers() throws Exception {
        for (ProcessHandle worker : workers) {
            // The shell first, so that it starts nobody in the worker's place.
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(worker), worker.descendants()).toList();
            for (ProcessHandle process : all) {
                process.destroyForcibly();
                process.onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void aFinishedRunHoldsAllThatWasMeasured() throws Exception {
        RunDirectory run = runs.create(Map.of());
        ProcessHandle worker = launch(run);
        RunStatus ended = awaitState(run, RunState.FINISHED, START);

        assertThat(ended.message()).isEqualTo("done");
        assertThat(ended.device()).isEqualTo("CPU (1 thread)");
        assertThat(ended.progress().fraction()).isEqualTo(1);
        assertThat(ended.progress().steps()).isEqualTo(10);
        assertThat(ended.endedMillis()).isGreaterThanOrEqualTo(ended.startedMillis());

        List<Measurement> measured = new MetricTail(run).poll();
        assertThat(measured).extracting(Measurement::step).isSorted().endsWith(10L);
        assertThat(measured.getFirst().value(Metric.TRAIN_LOSS)).isPresent();
        Measurement last = measured.getLast();
        assertThat(last.epoch()).isEqualTo(1);
        assertThat(last.value(Metric.TEST_EXAMPLES)).hasValue(20);
        assertThat(last.value(Metric.ROBUST_ACCURACY).orElseThrow())
                .isBetween(0.0, last.value(Metric.CLEAN_ACCURACY).orElseThrow());

        assertThat(events(run)).containsExactly("started", "balance", "checkpoint", "finished");
        assertThat(JsonParser.parseString(Files.readString(run.environment()))
                        .getAsJsonObject()
                        .keySet())
                .contains("smoothbench", "java", "system", "libtorch", "device", "threads");
        Checkpoints checkpoints = new Checkpoints(run);
        assertThat(checkpoints
                        .weights(checkpoints.info("last").orElseThrow(), false)
                        .orElseThrow())
                .isNotEmptyFile();
        assertThat(checkpoints.info("best")).isEqualTo(checkpoints.info("last"));
        assertThat(run.log())
                .content()
                .contains("SILU", "robust accuracy", "done")
                .doesNotContain("Exception");
        worker.onExit().get(10, TimeUnit.SECONDS);
        assertThat(status(run).state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aRunStopsWithinSecondsAndKeepsACheckpoint() throws Exception {
        RunDirectory run = runs.createEndless();
        ProcessHandle worker = launch(run);
        awaitMeasurement(run, START);

        assertThat(new RunStopper().stop(run)).isEqualTo("asked to stop");
        RunStatus stopped = awaitState(run, RunState.CANCELLED, SECONDS);
        assertThat(stopped.message()).isEqualTo("stopped on request");
        Checkpoints checkpoints = new Checkpoints(run);
        var last = checkpoints.info("last").orElseThrow();
        assertThat(last.position().step()).isEqualTo(stopped.progress().step()).isPositive();
        assertThat(checkpoints.weights(last, false).orElseThrow()).isNotEmptyFile();
        assertThat(run.control()).isEmptyDirectory();
        worker.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aKilledRunIsSeenToHaveCrashedAndKeepsWhatItMeasured() throws Exception {
        RunDirectory run = runs.createEndless();
        launch(run);
        awaitMeasurement(run, START);
        assertThat(status(run).state()).isEqualTo(RunState.RUNNING);

        long killed = System.nanoTime();
        assertThat(SampleRuns.worker(run).destroyForcibly()).isTrue();
        RunStatus crashed = awaitState(run, RunState.CRASHED, SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(SECONDS);
        assertThat(crashed.message()).isEqualTo("its worker process is gone");
        assertThat(new MetricTail(run).poll()).isNotEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aTerminatedWorkerStopsItsRunKeepsACheckpointAndGoes() throws Exception {
        RunDirectory run = runs.createEndless();
        ProcessHandle worker = launch(run);
        awaitMeasurement(run, START);

        assertThat(SampleRuns.worker(run).destroy()).isTrue();
        assertThat(awaitState(run, RunState.CANCELLED, SECONDS).message()).isEqualTo("stopped on request");
        assertThat(new Checkpoints(run).info("last")).isPresent();
        assertThat(endsWithin(worker, SECONDS)).isTrue();
    }

    @Test
    void aSecondWorkerRefusesARunThatIsBeingWorkedOn() throws Exception {
        RunDirectory run = runs.createEndless();
        launch(run);
        awaitMeasurement(run, START);
        ProcessHandle first = SampleRuns.worker(run);
        ProcessHandle second = launch(run);
        second.onExit().get(30, TimeUnit.SECONDS);
        assertThat(run.log()).content().contains("another worker is at this run");
        assertThat(first.isAlive()).isTrue();
        RunStatus status = new RunReader().status(run).orElseThrow();
        assertThat(status.state()).isEqualTo(RunState.RUNNING);
        assertThat(status.worker()).isNotNull().extracting(WorkerProcess::pid).isEqualTo(first.pid());
    }

    private ProcessHandle launch(RunDirectory run) {
        ProcessHandle worker =
                ProcessHandle.of(new LocalLauncher().start(run, 1).pid()).orElseThrow();
        workers.add(worker);
        return worker;
    }

    private static boolean endsWithin(ProcessHandle process, Duration atMost) throws Exception {
        try {
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }

    private static List<String> events(RunDirectory run) throws IOException {
        return Files.readAllLines(run.events()).stream()
                .map(line -> JsonParser.parseString(line)
                        .getAsJsonObject()
                        .get("type")
                        .getAsString())
                .toList();
    }
}
