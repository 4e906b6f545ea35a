package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatusKeeperTest {

    @TempDir
    Path folder;

    @Test
    void beatsAboutEverySecondAndEndsForGood() throws IOException, InterruptedException {
        RunDirectory run = new RunDirectory(folder);
        RunReader reader = new RunReader();
        try (StatusKeeper keeper = new StatusKeeper(run, RunStatus.queued(42), "reading the data")) {
            RunStatus first = reader.status(run).orElseThrow();
            assertThat(first.state()).isEqualTo(RunState.RUNNING);
            assertThat(first.worker()).isEqualTo(WorkerProcess.current());
            assertThat(first.createdMillis()).isEqualTo(42);
            assertThat(first.message()).isEqualTo("reading the data");

            Progress progress = new Progress(1, 2, 30, 60, 1000, 4.5);
            keeper.update(now -> now.advanced(progress, "training").on("CPU (1 thread)"));
            TreeSet<Long> beats = new TreeSet<>();
            for (int look = 0; look < 34; look++) {
                beats.add(reader.status(run).orElseThrow().heartbeatMillis());
                Thread.sleep(100);
            }
            assertThat(beats).hasSizeBetween(3, 5);
            assertThat(beats.last() - beats.first()).isGreaterThan(1500);
            RunStatus later = reader.status(run).orElseThrow();
            assertThat(later.progress()).isEqualTo(progress);
            assertThat(later.device()).isEqualTo("CPU (1 thread)");

            keeper.end(RunState.FINISHED, "done");
            String last = Files.readString(run.status());
            keeper.update(now -> now.advanced(Progress.NONE, "too late"));
            Thread.sleep(1300);
            assertThat(run.status()).content().isEqualTo(last);
        }
        RunStatus ended = reader.status(run).orElseThrow();
        assertThat(ended.state()).isEqualTo(RunState.FINISHED);
        assertThat(ended.message()).isEqualTo("done");
        assertThat(ended.endedMillis()).isEqualTo(ended.heartbeatMillis()).isPositive();
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void requestsAreFilesThatTheWorkerTakesAway() throws IOException {
        RunDirectory run = new RunDirectory(folder.resolve("run"));
        ControlRequests requests = new ControlRequests(run);
        assertThat(requests.stopRequested()).isFalse();
        requests.acknowledgeStop();
        requests.requestStop();
        requests.requestStop();
        assertThat(new ControlRequests(run).stopRequested()).isTrue();
        assertThat(run.control().resolve("stop")).isEmptyFile();
        requests.acknowledgeStop();
        assertThat(requests.stopRequested()).isFalse();
        assertThat(run.control()).isEmptyDirectory();
    }
}
