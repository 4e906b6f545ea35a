package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smoothbench.core.launch.SampleRuns.awaitState;
import static org.smoothbench.core.launch.SampleRuns.status;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.MetricTail;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.run.WorkerProcess;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.Checkpoints;
import org.smoothbench.core.training.TrainingObserver;

/** Runs that pause on their way, in this process. */
final class PauseTest {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 1500;

    @TempDir
    Path root;

    private SampleRuns runs = new SampleRuns(Path.of(""));

    @BeforeEach
    void useTheFolder() {
        runs = new SampleRuns(root);
    }

    /** Asks for a pause at moments of the training, and hears what comes of it. */
    private static final class PausingObserver implements TrainingObserver {

        private final RunDirectory run;
        private final String activity;
        private boolean asked;
        private Progress last = Progress.NONE;

        PausingObserver(RunDirectory run, String activity) {
            this.run = run;
            this.activity = activity;
        }

        @Override
        public void progressed(Progress progress, String doing) {
            last = progress;
            if (!asked && progress.step() >= 4 && doing.equals(activity)) {
                asked = true;
                try {
                    new RunPauser().pause(run);
                    // So that the very next step looks for the request.
                    Thread.sleep(300);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }

        @Override
        public void measured(Measurement measurement) {}

        @Override
        public void noticed(String type, String message) {}

        @Override
        public void saved(Path checkpoint, CheckpointInfo.Position position) {}
    }

    private static CompletableFuture<RunStatus> work(Worker worker, RunDirectory run) {
        // An engine belongs to the thread that opens it.
        return CompletableFuture.supplyAsync(
                () -> worker.work(run),
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
    }

    private static List<String> figures(RunDirectory run) throws IOException {
        return new MetricTail(run)
                .poll().stream()
                        .map(m -> m.step() + " " + m.value(Metric.TRAIN_LOSS) + " " + m.value(Metric.ROBUST_ACCURACY))
                        .toList();
    }

    private static List<String> events(RunDirectory run) throws IOException {
        return Files.readAllLines(run.events()).stream()
                .map(line -> JsonParser.parseString(line)
                        .getAsJsonObject()
                        .get("type")
                        .getAsString())
                .toList();
    }

    @Test
    void aPausedRunEndsWithTheSameBitsAndItsPauseDoesNotCount() throws Exception {
        Map<String, String> twoEpochs = Map.of("training.epochs", "2");
        RunDirectory whole = runs.create(twoEpochs);
        assertThat(new Worker(new WorkerTest.Spectator()).work(whole).state()).isEqualTo(RunState.FINISHED);

        RunDirectory paused = runs.create(twoEpochs);
        PausingObserver observer = new PausingObserver(paused, "training");
        CompletableFuture<RunStatus> end = work(new Worker(observer), paused);
        RunStatus atRest = awaitState(paused, RunState.PAUSED, SECONDS);
        Thread.sleep(PAUSE_MILLIS);
        RunStatus later = status(paused);
        assertThat(later.state()).isEqualTo(RunState.PAUSED);
        assertThat(later.message()).isEqualTo("paused on request");
        assertThat(later.heartbeatMillis()).isGreaterThan(atRest.heartbeatMillis());
        assertThat(later.progress().step()).isEqualTo(atRest.progress().step());
        assertThat(new RunPauser().pausing(paused)).isTrue();
        new RunPauser().goOn(paused);
        assertThat(end.get().state()).isEqualTo(RunState.FINISHED);

        assertThat(figures(paused)).isEqualTo(figures(whole));
        assertThat(new Checkpoints(paused).info("last")).isEqualTo(new Checkpoints(whole).info("last"));
        assertThat(events(paused)).containsSubsequence("started", "paused", "continued", "finished");
        assertThat(paused.log()).content().contains("paused on request", "going on after a pause");
        // The two epochs' 400 images would take more than the pause otherwise.
        assertThat(observer.last.imagesPerSecond()).isGreaterThan(400 / (PAUSE_MILLIS / 1e3));
    }

    @Test
    void aPauseWithinAnEvaluationIsNoPartOfItsTime() throws Exception {
        RunDirectory run = runs.create(Map.of("evaluation.batchSize", "10"));
        CompletableFuture<RunStatus> end = work(new Worker(new PausingObserver(run, "evaluating")), run);
        awaitState(run, RunState.PAUSED, SECONDS);
        Thread.sleep(PAUSE_MILLIS);
        new RunPauser().goOn(run);
        assertThat(end.get().state()).isEqualTo(RunState.FINISHED);
        assertThat(new MetricTail(run)
                        .poll()
                        .getLast()
                        .value(Metric.TEST_SECONDS)
                        .orElseThrow())
                .isBetween(0.0, PAUSE_MILLIS / 1e3);
    }

    @Test
    void aPausedRunCanBeStoppedAndThenGoesOnWithoutAPause() throws Exception {
        RunDirectory run = runs.createEndless();
        CompletableFuture<RunStatus> end = work(new Worker(new PausingObserver(run, "training")), run);
        awaitState(run, RunState.PAUSED, SECONDS);
        new RunStopper().stop(run);
        RunStatus stopped = end.get();
        assertThat(stopped.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.control()).isEmptyDirectory();
        assertThat(new Checkpoints(run).info("last").orElseThrow().position().step())
                .isEqualTo(stopped.progress().step());
        assertThat(events(run)).containsSubsequence("paused", "cancelled").doesNotContain("continued");
        assertThatThrownBy(() -> new RunPauser().pause(run))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ended already: cancelled");
    }

    @Test
    void aSignalEndsAPausedRun() throws Exception {
        RunDirectory run = runs.createEndless();
        Worker worker = new Worker(new PausingObserver(run, "training"));
        CompletableFuture<RunStatus> end = work(worker, run);
        awaitState(run, RunState.PAUSED, SECONDS);
        worker.interrupt();
        assertThat(end.get().state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aPausedRunWhoseWorkerIsGoneHasCrashed() throws IOException {
        RunDirectory run = runs.create(Map.of());
        ControlRequests requests = new ControlRequests(run);
        requests.requestPause();
        WholeFile.replace(
                run.status(),
                Files.readString(run.status())
                        .replace(
                                "\"state\":\"QUEUED\"",
                                "\"state\":\"PAUSED\",\"worker\":{\"host\":\""
                                        + WorkerProcess.current().host()
                                        + "\",\"pid\":99999999,\"startedMillis\":0}"));
        assertThat(status(run).state()).isEqualTo(RunState.CRASHED);
        assertThat(new RunPauser().pausing(run)).isFalse();
        new RunResumer().requeue(run, false);
        assertThat(requests.pauseRequested()).isFalse();
    }
}
