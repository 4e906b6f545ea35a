package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;

/** Commands in processes of their own, with the real program in them. */
@Timeout(120)
final class CommandProcessTest {

    @TempDir
    Path root;

    @Test
    void hasWhatWasPrintedAndNothingElse() throws IOException {
        CommandProcess.Ended ended = new CommandProcess()
                .run(List.of("list", "--json", "--runs", root.toString()), _ -> {})
                .orElseThrow();
        assertThat(ended.code()).isZero();
        assertThat(ended.out().strip()).isEqualTo("[]");
    }

    @Test
    void tellsWhatWentWrongInTheWordsOfTheProcess() throws IOException {
        List<String> heard = new ArrayList<>();
        CommandProcess.Ended ended = new CommandProcess()
                .run(List.of("show", "nothing", "--runs", root.toString()), heard::add)
                .orElseThrow();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.fault()).contains("no run is called");
        assertThat(heard).contains("smoothbench: " + ended.fault());
        LandscapeProcess landscape = new LandscapeProcess(
                new LandscapeStudy.Wanted(new SampleRuns(root).create(Map.of()), "best", false),
                Optional.empty(),
                LandscapeSpec.usual(new PlaneSpec.RandomRandom()));
        assertThatThrownBy(() -> landscape.run(_ -> {}))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the landscape could not be computed: ")
                .hasMessageContaining("there is no best checkpoint yet");
    }

    @Test
    void leavesNothingWhenItIsCancelled() throws Exception {
        RunDirectory endless = new SampleRuns(root).createEndless();
        CommandProcess process = new CommandProcess();
        CompletableFuture<Optional<CommandProcess.Ended>> result = CompletableFuture.supplyAsync(() -> {
            try {
                return process.run(List.of("worker", endless.path().toString()), _ -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        SampleRuns.awaitMeasurement(endless, Duration.ofSeconds(60));
        ProcessHandle child = SampleRuns.worker(endless);
        process.cancel();
        assertThat(result.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void doesNotBeginAfterItWasCancelled() throws IOException {
        CommandProcess process = new CommandProcess();
        process.cancel();
        assertThat(process.run(List.of("list"), _ -> {})).isEmpty();
    }
}
