package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smoothbench.core.launch.SampleRuns.awaitMeasurement;
import static org.smoothbench.core.launch.SampleRuns.awaitState;
import static org.smoothbench.core.launch.SampleRuns.status;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.WorkerProcess;

/** The queue with several processes at it. */
final class QueueProcessTest {

    private static final Duration START = Duration.ofSeconds(60);

    @TempDir
    Path root;

    /** Nobody looks at the queue here: the workers and their shells pass it on by themselves. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aKilledWorkerAndAFinishedOneAreFollowedByTheNext() throws Exception {
        SampleRuns runs = new SampleRuns(root);
        RunDirectory endless = runs.createEndless();
        RunDirectory second = runs.create(Map.of());
        RunDirectory third = runs.create(Map.of());
        new RunQueue(runs.library(), new LocalLauncher()).enqueue(List.of(endless, second, third));
        awaitMeasurement(endless, START);
        assertThat(status(second).state()).isEqualTo(RunState.QUEUED);
        SampleRuns.worker(endless).destroyForcibly();
        awaitState(second, RunState.FINISHED, START);
        assertThat(status(endless).state()).isEqualTo(RunState.CRASHED);
        awaitState(third, RunState.FINISHED, START);
        SampleRuns.worker(third).onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void processesThatHurryStartEachRunOnce() throws Exception {
        SampleRuns runs = new SampleRuns(root);
        QueueFile file = new QueueFile(root);
        List<QueueState.Place> waiting = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            waiting.add(QueueFile.place(runs.create(Map.of())));
        }
        file.change(now -> now.with(waiting, List.of()));
        List<Process> racers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            racers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Racer.class.getName(),
                            root.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(root.resolve(".racer-" + i).toFile())
                    .start());
        }
        for (Process racer : racers) {
            assertThat(racer.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(racer.exitValue()).isZero();
        }
        assertThat(Files.readAllLines(root.resolve(".started")))
                .containsExactlyElementsOf(
                        waiting.stream().map(QueueState.Place::run).toList());
        assertThat(file.read().waiting()).isEmpty();
    }

    /** Starts waiting runs until there are none, each with a worker that is dead at once. */
    static final class Racer {

        private Racer() {}

        public static void main(String[] args) throws IOException {
            Path root = Path.of(args[0]);
            RunQueue queue = new RunQueue(new RunLibrary(root, Clock.systemUTC()), (run, _) -> launch(root, run));
            while (!new QueueFile(root).read().waiting().isEmpty()) {
                queue.advance();
            }
        }

        private static WorkerProcess launch(Path root, RunDirectory run) {
            WorkerProcess dead = new WorkerProcess(WorkerProcess.current().host(), 99_999_999, 0);
            try {
                Files.writeString(
                        root.resolve(".started"),
                        run.id() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                Files.writeString(run.launch(), new Gson().toJson(dead));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return dead;
        }
    }
}
