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
import java.util.List;
import java.util.Optional;
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
        assertThat(detail().measurements()).hasSize(2);

        fake.epoch(run, 3, 0.6, 0.3, 1.5);
        fake.log(run, IntStream.range(0, 3000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
        RunDetail grown = detail();
        assertThat(grown.measurements()).hasSize(3);
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
        assertThat(detail().measurements()).hasSize(2);

        Files.delete(run.metrics());
        fake.epoch(run, 1, 0.1, 0.05, 2.3);
        assertThat(detail().measurements()).hasSize(1);
    }

    private RunDetail detail() {
        return follower.poll(Optional.of("1-run")).selected().orElseThrow();
    }

    @Test
    void noFolderIsNoRun() {
        LibraryFollower none =
                new LibraryFollower(new RunLibrary(root.resolve("none"), Clock.systemUTC()), new RunReader());
        assertThat(none.poll(Optional.of("x"))).isEqualTo(new LibrarySnapshot(List.of(), Optional.empty(), ""));
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
            assertThat(second.selected()).isPresent();
        }
    }
}
