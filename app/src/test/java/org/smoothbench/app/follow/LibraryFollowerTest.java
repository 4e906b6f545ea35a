package org.smoothbench.app.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunSummary;

@SuppressWarnings("NullAway.Init")
final class LibraryFollowerTest {

    @TempDir
    Path root;

    private FakeRuns fake;
    private LibraryFollower follower;

    @BeforeEach
    void follow() {
        fake = new FakeRuns(root);
        follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
    }

    @Test
    void statesAreWhatFilesAndProcessesSay() throws IOException {
        fake.running("4-running", "a");
        fake.status(fake.create("3-crashed", "b", "relu"), RunState.RUNNING, FakeRuns.DEAD, "training");
        fake.finished("2-finished", "c");
        fake.create("1-unreadable", "d", "relu");

        assertThat(follower.poll(Optional.empty()).runs())
                .extracting(
                        RunSummary::id, run -> run.state().map(RunState::label).orElse("none"))
                .containsExactly(
                        tuple("4-running", "running"),
                        tuple("3-crashed", "crashed"),
                        tuple("2-finished", "finished"),
                        tuple("1-unreadable", "none"));
    }

    @Test
    void theLastEvaluationIsFoundAndATornLineWaits() throws IOException {
        RunDirectory run = fake.running("1-run", "a");
        fake.torn(run);
        assertThat(lastClean()).isEqualTo(0.523);

        Files.writeString(run.metrics(), "}\n", StandardOpenOption.APPEND);
        assertThat(lastClean()).isEqualTo(0.99);
    }

    private double lastClean() {
        return follower.poll(Optional.empty())
                .runs()
                .getFirst()
                .lastEvaluation()
                .orElseThrow()
                .value(Metric.CLEAN_ACCURACY)
                .orElseThrow();
    }

    @Test
    void aStateThatEndedIsReadAgainWhenItsFileChanges() throws IOException {
        RunDirectory run = fake.finished("1-run", "a");
        assertThat(state()).isEqualTo(RunState.FINISHED);

        fake.status(run, RunState.FAILED, FakeRuns.DEAD, "no");
        Files.setLastModifiedTime(run.status(), FileTime.fromMillis(12_345_000));
        assertThat(state()).isEqualTo(RunState.FAILED);
    }

    private RunState state() {
        return follower.poll(Optional.empty()).runs().getFirst().state().orElseThrow();
    }

    @Test
    void detailsGrowAndTheLogIsBounded() throws IOException {
        RunDirectory run = fake.running("1-run", "a");
        assertThat(detail().measurements().rows()).isEqualTo(2);

        fake.epoch(run, 3, 0.6, 0.3, 1.5);
        fake.log(run, IntStream.range(0, 3000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
        RunDetail grown = detail();
        assertThat(grown.measurements().rows()).isEqualTo(3);
        assertThat(grown.log().lines())
                .hasSize(DetailFollower.MOST_LOG_LINES)
                .last()
                .isEqualTo("line 2999");
        assertThat(grown.log().first()).isEqualTo(3001 - DetailFollower.MOST_LOG_LINES);
        assertThat(detail()).isSameAs(grown);
    }

    @Test
    void aFileThatBeganAnewIsReadAnew() throws IOException {
        RunDirectory run = fake.running("1-run", "a");
        assertThat(detail().measurements().rows()).isEqualTo(2);

        Files.delete(run.metrics());
        fake.epoch(run, 1, 0.1, 0.05, 2.3);
        assertThat(detail().measurements().rows()).isEqualTo(1);
    }

    @Test
    void onlyTheSelectedRunHasItsLogRead() throws IOException {
        fake.running("2-run", "a");
        fake.running("1-run", "b");
        fake.finished("0-run", "c");

        LibrarySnapshot snapshot = follower.poll(Optional.of("1-run"), Set.of("2-run", "gone"));

        assertThat(snapshot.details()).containsOnlyKeys("1-run", "2-run");
        assertThat(snapshot.detail("1-run").orElseThrow().log().lines()).isNotEmpty();
        assertThat(snapshot.detail("2-run").orElseThrow().log()).isEqualTo(LogLines.NONE);
        assertThat(snapshot.detail("2-run").orElseThrow().measurements().rows()).isEqualTo(2);
    }

    @Test
    void eventsAreReadAndDamagedLinesPassedOver() throws IOException {
        RunDirectory run = fake.running("1-run", "a");
        Files.writeString(run.events(), """
                {"time":1000,"type":"started","message":"worker started"}
                \u0000garbage
                []
                {"time":"soon","type":"resumed"}
                {"type":"resumed"}
                {"time":2000,"type":"resumed","message":"going on"}
                {"time":3000,"type":"coll""");
        assertThat(detail().events()).extracting(RunEvent::type).containsExactly("started", "resumed");
        assertThat(detail().events().getLast()).isEqualTo(new RunEvent(2000, "resumed", "going on"));

        Files.writeString(run.events(), "apse\"}\n", StandardOpenOption.APPEND);
        assertThat(detail().events()).extracting(RunEvent::type).endsWith("collapse");
    }

    @Test
    void aLongRunComesInPartsThatShareTheirNumbers() throws IOException {
        RunDirectory run = fake.create("1-run", "a", "relu");
        Files.writeString(
                run.metrics(),
                IntStream.rangeClosed(1, 100_000)
                        .mapToObj(i -> "{\"step\":" + i + ",\"epoch\":" + i / 100.0 + ",\"time\":" + i
                                + ",\"train.loss\":2.5,\"train.learningRate\":0.1}\n")
                        .collect(Collectors.joining()));
        DetailFollower slow = new DetailFollower(run);
        RunDetail first = slow.poll(false, () -> false);
        assertThat(first.complete()).isFalse();
        assertThat(first.measurements().rows()).isBetween(1000, 50_000);

        RunDetail all = slow.poll(false, () -> true);
        assertThat(all.complete()).isTrue();
        assertThat(all.measurements().rows()).isEqualTo(100_000);
        assertThat(all.measurements().column(Metric.TRAIN_LOSS).size()).isEqualTo(100_000);
        assertThat(all.measurements().generation())
                .isEqualTo(first.measurements().generation());
        assertThat(all.measurements().rowAt(500)).isEqualTo(499);
        assertThat(slow.poll(false, () -> true)).isSameAs(all);
    }

    @Test
    void thirtyTwoGrowingRunsCostLittleForEachLook() throws IOException {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 32; i++) {
            RunDirectory run = fake.running("run-" + i, "r" + i);
            Files.writeString(
                    run.metrics(),
                    IntStream.rangeClosed(1, 2000)
                            .mapToObj(k ->
                                    "{\"step\":" + k + ",\"epoch\":" + k + ",\"time\":" + k + ",\"train.loss\":2.5}\n")
                            .collect(Collectors.joining()));
            ids.add(run.id());
        }
        while (!follower.poll(Optional.empty(), ids).complete()) {
            // As the thread does: until everything has been read once.
        }
        long start = System.nanoTime();
        int looks = 10;
        for (int look = 0; look < looks; look++) {
            for (String id : ids) {
                fake.epoch(new RunDirectory(root.resolve(id)), 3000 + look, 0.5, 0.3, 1);
            }
            assertThat(follower.poll(Optional.empty(), ids).details()).hasSize(32);
        }
        double millis = (System.nanoTime() - start) / 1e6 / looks;
        // Half of the interval between two looks, on a machine that is busy otherwise.
        assertThat(millis).isLessThan(250);
    }

    private RunDetail detail() {
        return follower.poll(Optional.of("1-run")).detail("1-run").orElseThrow();
    }

    @Test
    void noFolderIsNoRun() {
        LibraryFollower none =
                new LibraryFollower(new RunLibrary(root.resolve("none"), Clock.systemUTC()), new RunReader());
        assertThat(none.poll(Optional.of("x")))
                .isEqualTo(new LibrarySnapshot(List.of(), Map.of(), List.of(), "", 0, true));
    }

    @Test
    void theThreadAnswersASelectionAtOnce() throws Exception {
        fake.running("1-run", "a");
        BlockingQueue<LibrarySnapshot> snapshots = new LinkedBlockingQueue<>();
        try (FollowThread thread = new FollowThread(follower, Duration.ofHours(1), snapshots::add)) {
            thread.start();
            LibrarySnapshot first = snapshots.poll(10, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            thread.select(Optional.of("1-run"));
            LibrarySnapshot second = snapshots.poll(10, TimeUnit.SECONDS);
            assertThat(second).isNotNull();
            assertThat(second.detail("1-run")).isPresent();
            thread.follow(Set.of("1-run"));
            assertThat(snapshots.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
