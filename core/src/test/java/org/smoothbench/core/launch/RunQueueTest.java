package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.run.WorkerProcess;

/** The queue with workers that only say that they work, in this process, or that are dead already. */
final class RunQueueTest {

    private static final WorkerProcess DEAD =
            new WorkerProcess(WorkerProcess.current().host(), 99_999_999, 0);

    @TempDir
    Path root;

    private final List<String> started = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> shares = Collections.synchronizedList(new ArrayList<>());
    private RunQueue queue = new RunQueue(new RunLibrary(Path.of(""), Clock.systemUTC()), this::launch);

    @BeforeEach
    void useTheFolder() {
        queue = queue(this::launch);
    }

    private RunQueue queue(WorkerLauncher launcher) {
        return new RunQueue(new RunLibrary(root, Clock.systemUTC()), launcher);
    }

    private WorkerProcess launch(RunDirectory run, int share) {
        started.add(run.id());
        shares.add(share);
        return work(run, WorkerProcess.current());
    }

    private static WorkerProcess work(RunDirectory run, WorkerProcess worker) {
        try {
            WholeFile.replace(run.launch(), new Gson().toJson(worker));
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunDirectory run(String id, String device) throws IOException {
        RunDirectory run = new RunDirectory(root.resolve(id));
        Files.createDirectories(run.control());
        Files.writeString(run.experiment(), """
                {"schema": 1, "name": "%s",
                 "data": {"type": "cifar10-binary", "path": "/nowhere"},
                 "model": {"type": "resnet", "depth": 8, "width": 12, "activation": "relu"},
                 "training": {"epochs": 1,
                   "method": {"type": "adversarial", "attack": {"epsilon": 8, "stepSize": 8, "steps": 1}}},
                 "evaluation": {"examples": 10},
                 "runtime": {"device": "%s"}}
                """.formatted(id, device));
        RunStatus.queued(System.currentTimeMillis()).writeTo(run);
        return run;
    }

    private RunDirectory run(String id) throws IOException {
        return run(id, "cpu");
    }

    private List<RunDirectory> runs(String... ids) throws IOException {
        List<RunDirectory> runs = new ArrayList<>();
        for (String id : ids) {
            runs.add(run(id));
        }
        return runs;
    }

    private static void end(RunDirectory run, RunState state) throws IOException {
        status(run).ended(state, "", System.currentTimeMillis()).writeTo(run);
    }

    private static RunStatus status(RunDirectory run) {
        return new RunReader().status(run).orElseThrow();
    }

    private List<String> waiting() {
        return queue.look().lanes().stream()
                .flatMap(lane -> lane.waiting().stream())
                .map(QueueSnapshot.Waiting::run)
                .toList();
    }

    @Test
    void oneOfALaneWorksAtATimeAndTheLanesDoNotWaitForEachOther() throws IOException {
        queue.enqueue(List.of(run("a"), run("g", "gpu:0"), run("b"), run("z", "auto")));
        assertThat(started).containsExactly("a", "g", "z");
        assertThat(waiting()).containsExactly("b");
        assertThat(status(new RunDirectory(root.resolve("b"))).state()).isEqualTo(RunState.QUEUED);
        queue.advance();
        assertThat(started).hasSize(3);

        end(new RunDirectory(root.resolve("g")), RunState.FINISHED);
        queue.advance();
        assertThat(started).hasSize(3);
        end(new RunDirectory(root.resolve("a")), RunState.FAILED);
        queue.advance();
        assertThat(started).endsWith("b").hasSize(4);
        QueueSnapshot.Lane cpu = queue.look().lanes().get(1);
        assertThat(cpu).isEqualTo(new QueueSnapshot.Lane("cpu", 1, List.of("b"), List.of()));
    }

    @Test
    void aCrashStrandsNobodyAndTheWaitingStayQueued() throws IOException {
        RunQueue fragile = queue((run, _) -> {
            started.add(run.id());
            return work(run, DEAD);
        });
        List<RunDirectory> runs = runs("a", "b", "c");
        fragile.enqueue(runs);
        assertThat(started).containsExactly("a");
        assertThat(status(runs.get(0)).state()).isEqualTo(RunState.CRASHED);
        assertThat(status(runs.get(1)).state()).isEqualTo(RunState.QUEUED);
        fragile.advance();
        fragile.advance();
        fragile.advance();
        assertThat(started).containsExactly("a", "b", "c");
        assertThat(queue.look().empty()).isTrue();
    }

    @Test
    void aRunOfADeadStarterIsNotStartedAgain() throws IOException {
        List<RunDirectory> runs = runs("a", "b");
        queue.enqueue(runs);
        end(runs.getFirst(), RunState.FINISHED);
        // As if whoever started b had died before the queue was written.
        work(runs.getLast(), WorkerProcess.current());
        queue.advance();
        assertThat(started).containsExactly("a");
        assertThat(queue.look().lanes().getFirst().working()).containsExactly("b");
    }

    @Test
    void whereNoWorkerCanBeStartedAllWait() throws IOException {
        RunQueue powerless = queue((_, _) -> {
            throw new Problem.RunFailure("no worker process could be started", "", "").asException();
        });
        List<RunDirectory> runs = runs("a", "b");
        assertThatThrownBy(() -> powerless.enqueue(runs)).isInstanceOf(ProblemException.class);
        assertThat(waiting()).containsExactly("a", "b");
        queue.advance();
        assertThat(started).containsExactly("a");
    }

    @Test
    void theOrderCanBeChangedWithinALane() throws IOException {
        queue.limit("cpu", 0);
        queue.limit("gpu:1", 0);
        queue.enqueue(List.of(run("a"), run("g", "gpu:1"), run("b"), run("c")));
        queue.move("c", 0);
        assertThat(waiting()).containsExactly("c", "a", "b", "g");
        queue.move("c", 1);
        queue.move("g", 7);
        assertThat(waiting()).containsExactly("a", "c", "b", "g");
        queue.move("a", Integer.MAX_VALUE);
        assertThat(waiting()).containsExactly("c", "b", "a", "g");
        assertThatThrownBy(() -> queue.move("none", 0)).hasMessageContaining("does not wait");
        queue.limit("cpu", 2);
        assertThat(started).containsExactly("c", "b");
        assertThat(shares).containsExactly(2, 2);
        queue.limit("gpu:1", 2);
        assertThat(shares).containsExactly(2, 2, 1);
        assertThatThrownBy(() -> queue.limit("tpu", 1)).hasMessageContaining("give auto, cpu or gpu:N");
        assertThatThrownBy(() -> queue.limit("cpu", 65)).hasMessageContaining("give 0 to 64");
    }

    @Test
    void aHeldRunKeepsItsPlaceAndOthersPass() throws IOException {
        List<RunDirectory> runs = runs("a", "b", "c");
        assertThat(new RunPauser().pause(runs.get(0))).isEqualTo("held while it waits");
        queue.enqueue(runs);
        assertThat(started).containsExactly("b");
        assertThat(queue.look().lanes().getFirst().waiting())
                .containsExactly(
                        new QueueSnapshot.Waiting("a", true, Optional.empty()),
                        new QueueSnapshot.Waiting("c", false, Optional.empty()));
        new RunPauser().goOn(runs.get(0));
        end(runs.get(1), RunState.FINISHED);
        queue.advance();
        assertThat(started).containsExactly("b", "a");
    }

    @Test
    void aStoppedRunLeavesTheQueueAndComesBackAtItsEnd() throws IOException {
        List<RunDirectory> runs = runs("a", "b", "c");
        queue.enqueue(runs);
        assertThat(new RunStopper().stop(runs.get(1))).isEqualTo("cancelled before it began");
        assertThat(status(runs.get(1)).state()).isEqualTo(RunState.CANCELLED);
        assertThat(waiting()).containsExactly("c");
        queue.retry(runs.get(1));
        assertThat(status(runs.get(1)).state()).isEqualTo(RunState.QUEUED);
        assertThat(waiting()).containsExactly("c", "b");
        queue.enqueue(List.of(runs.get(1)));
        assertThat(waiting()).containsExactly("c", "b");

        assertThat(new RunStopper().stop(runs.get(0))).isEqualTo("asked to stop");
        new ControlRequests(runs.get(2)).requestStop();
        end(runs.get(0), RunState.CANCELLED);
        queue.advance();
        assertThat(status(runs.get(2)).state()).isEqualTo(RunState.CANCELLED);
        assertThat(started).containsExactly("a", "b");
    }

    @Test
    void aDeletedRunIsForgotten() throws IOException {
        List<RunDirectory> runs = runs("a", "b", "c");
        queue.enqueue(runs);
        Files.move(runs.get(1).path(), root.resolve(".trash-b"));
        end(runs.get(0), RunState.FINISHED);
        queue.advance();
        assertThat(started).containsExactly("a", "c");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aRunOfAnotherHostWaitsForThatHostUntilItIsTakenOver() throws IOException {
        run("a");
        WholeFile.replace(
                root.resolve("queue.json"),
                new QueueState(List.of(new QueueState.Place("a", "cpu", "elsewhere")), List.of(), Map.of("cpu", 3))
                        .json());
        queue.advance();
        assertThat(started).isEmpty();
        assertThat(queue.look().lanes().getFirst().waiting())
                .containsExactly(new QueueSnapshot.Waiting("a", false, Optional.of("elsewhere")));
        queue.takeOver("a");
        assertThat(started).containsExactly("a");
    }

    @Test
    void aDamagedFileIsKeptAsideAndNothingThatWaitsIsLost() throws IOException {
        queue.enqueue(runs("b", "a", "c"));
        Files.writeString(root.resolve("queue.json"), "{\"waiting\": [{\"run\": \"a\"");
        assertThat(waiting()).containsExactly("a", "c");
        assertThat(queue.look().lanes().getFirst().working()).containsExactly("b");
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("queue-damaged-")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).content().startsWith("{\"waiting\""));
        }
        for (String text : List.of("", "[]", "{}", "{\"waiting\":[{}],\"started\":[],\"limits\":{}}", "null")) {
            Files.writeString(root.resolve("queue.json"), text);
            assertThat(waiting()).as(text).containsExactly("a", "c");
        }
        end(new RunDirectory(root.resolve("b")), RunState.FINISHED);
        queue.advance();
        assertThat(started).containsExactly("b", "a");
    }

    @Test
    void whoeverHurriesNoRunIsStartedTwiceAndNoneIsLost() throws Exception {
        int producers = 6;
        int each = 8;
        queue.limit("cpu", 3);
        CountDownLatch ready = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int p = 0; p < producers; p++) {
                String name = "p" + p;
                all.add(threads.submit(() -> {
                    ready.await();
                    RunQueue own = queue(this::launch);
                    for (int i = 0; i < each; i++) {
                        own.enqueue(List.of(run(name + "-" + i)));
                    }
                    return null;
                }));
            }
            for (int e = 0; e < 3; e++) {
                all.add(threads.submit(() -> {
                    ready.await();
                    while (started.size() < producers * each) {
                        for (String id : List.copyOf(started)) {
                            RunDirectory run = new RunDirectory(root.resolve(id));
                            if (!status(run).state().ended()) {
                                end(run, RunState.FINISHED);
                            }
                        }
                        queue(this::launch).advance();
                    }
                    return null;
                }));
            }
            ready.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(started).hasSize(producers * each).doesNotHaveDuplicates();
        assertThat(waiting()).isEmpty();
    }
}
