package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.data.SampleExtract;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.MetricTail;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.TrainingObserver;

/** How runs end that cannot go on, told by the worker in this process. */
final class WorkerTest {

    @TempDir
    Path root;

    private SampleRuns runs = new SampleRuns(Path.of(""));

    @BeforeEach
    void useTheFolder() {
        runs = new SampleRuns(root);
    }

    @Test
    void missingDataFailTheRunWithTheProblemOnOneLine() {
        RunDirectory run =
                runs.create(Map.of("data.path", root.resolve("nowhere").toString()));
        RunStatus status = work(run);
        assertThat(status.state()).isEqualTo(RunState.FAILED);
        assertThat(status.message())
                .startsWith(root.resolve("nowhere") + ": no such folder; ")
                .doesNotContain("Exception", "\tat ", "\n");
        assertThat(run.log()).content().contains("no such folder").doesNotContain("\tat ");
        assertThat(run.events()).content().contains("\"failed\"");
        assertThat(status.endedMillis()).isPositive();
    }

    @Test
    void aDamagedSpecificationFailsTheRunNamingTheSetting() throws IOException {
        RunDirectory run = runs.create(Map.of());
        String text = Files.readString(run.experiment());
        WholeFile.replace(run.experiment(), text.replace("\"epochs\": 1,", "\"epochs\": -1,"));
        assertThat(work(run).message()).contains("$.training.epochs", "found -1");
    }

    @Test
    void aLossThatIsNoNumberFailsTheRunNamingTheStep() throws IOException {
        RunDirectory run = runs.create(Map.of(
                "training.optimizer.learningRate", "1000",
                "training.optimizer.weightDecay", "1",
                "training.method", "standard",
                "training.epochs", "50"));
        RunStatus status = work(run);
        assertThat(status.state()).isEqualTo(RunState.FAILED);
        assertThat(status.message())
                .matches(".*the training loss became (NaN|Infinity) at step "
                        + (status.progress().step() + 1) + ", on training images .*")
                .contains("lower the learning rate");
        assertThat(new MetricTail(run).poll())
                .allSatisfy(m -> assertThat(m.notFinite()).isEmpty());
    }

    @Test
    void refusesARunThatIsNotQueued() {
        RunDirectory run =
                runs.create(Map.of("data.path", root.resolve("nowhere").toString()));
        work(run);
        assertThat(usage(() -> work(run)).what()).isEqualTo("the run is failed");
    }

    @Test
    void refusesARunAnotherWorkerHolds() throws IOException {
        RunDirectory run = runs.create(Map.of());
        try (FileChannel channel = FileChannel.open(
                        run.path().resolve("worker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(usage(() -> work(run)).what()).isEqualTo("another worker is at this run");
        }
        assertThat(SampleRuns.status(run).state()).isEqualTo(RunState.QUEUED);
        assertThat(run.events()).doesNotExist();
    }

    @Test
    void aRunStoppedBeforeItsWorkerLooksIsCancelled() throws IOException {
        RunDirectory run =
                runs.create(Map.of("data.path", root.resolve("nowhere").toString()));
        new ControlRequests(run).requestStop();
        assertThat(work(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.control()).isEmptyDirectory();
    }

    @Test
    void aRunWithoutWorkerIsCancelledAtOnceAndAnEndedOneIsNot() throws IOException {
        RunDirectory run = runs.create(Map.of());
        assertThat(new RunStopper().stop(run)).isEqualTo("cancelled before it began");
        assertThat(SampleRuns.status(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(usage(() -> new RunStopper().stop(run)).what()).isEqualTo("the run has ended already: cancelled");
        assertThat(usage(() -> new RunStopper().stop(new RunDirectory(root.resolve("none"))))
                        .what())
                .isEqualTo("no readable run lies here");
    }

    @Test
    void nothingIsMadeOfAnExperimentWhoseDataAreNotThere() {
        RunLibrary library = new RunLibrary(root.resolve("runs"), Clock.systemUTC());
        RunStarter starter = new RunStarter(library, new RunQueue(library, new LocalLauncher()));
        var good = SampleRuns.experiment(Map.of());
        var bad = SampleRuns.experiment(
                Map.of("data.path", root.resolve("nowhere").toString()));
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> starter.start(List.of(good, bad), Optional.empty()));
        assertThat(thrown.problem()).isInstanceOf(Problem.Data.class);
        assertThat(root.resolve("runs")).doesNotExist();
    }

    @Test
    void theRunsOfAStudyAreMarkedAndWait() throws IOException {
        RunLibrary library = runs.library();
        RunQueue queue = new RunQueue(library, new LocalLauncher());
        queue.limit("cpu", 0);
        String images = SampleExtract.write(root.resolve("images")).toString();
        RunStarter starter = new RunStarter(library, queue);
        List<RunDirectory> started = starter.start(
                List.of(
                        SampleRuns.experiment(Map.of("data.path", images, "runtime.seed", "0")),
                        SampleRuns.experiment(Map.of("data.path", images, "runtime.seed", "1"))),
                Optional.of("seeds"));
        assertThat(started).allSatisfy(run -> {
            assertThat(new RunMetaFile(run).read().study()).contains("seeds");
            assertThat(SampleRuns.status(run).state()).isEqualTo(RunState.QUEUED);
        });
        assertThat(queue.look().lanes().getFirst().waiting())
                .extracting(QueueSnapshot.Waiting::run)
                .containsExactlyElementsOf(
                        started.stream().map(RunDirectory::id).toList());
    }

    private static RunStatus work(RunDirectory run) {
        return new Worker(new Spectator()).work(run);
    }

    private static Problem usage(ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem()).isInstanceOf(Problem.Usage.class);
        return thrown.problem();
    }

    /** Sees and says nothing. */
    static final class Spectator implements TrainingObserver {

        @Override
        public void measured(Measurement measurement) {}

        @Override
        public void progressed(Progress progress, String activity) {}

        @Override
        public void noticed(String type, String message) {}

        @Override
        public void saved(Path checkpoint, CheckpointInfo.Position position) {}
    }
}
