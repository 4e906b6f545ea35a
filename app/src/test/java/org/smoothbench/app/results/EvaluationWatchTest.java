package org.smoothbench.app.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.run.RunDirectory;

final class EvaluationWatchTest {

    @TempDir
    Path root = Path.of("");

    private final EvaluationWatch watch = new EvaluationWatch();

    private RunDirectory run(String id) throws IOException {
        return new RunDirectory(Files.createDirectories(root.resolve(id)));
    }

    private static Path evaluation(RunDirectory run, String name) throws IOException {
        return Files.createDirectories(run.evaluations().resolve(name));
    }

    @Test
    void tellsOfEvaluationsThatEndAndOnlyOnce() throws IOException {
        RunDirectory run = run("1-a");
        List<RunDirectory> runs = List.of(run, run("2-b"));
        Files.writeString(evaluation(run, "old").resolve("result.json"), ResultsFollowerTest.RESULT);
        Path going = evaluation(run, "going-on");
        assertThat(watch.poll(runs)).isEmpty();
        Files.writeString(going.resolve("result.json"), ResultsFollowerTest.RESULT);
        Files.writeString(evaluation(runs.getLast(), "quick").resolve("result.json"), ResultsFollowerTest.RESULT);
        watch.poll(runs);
        assertThat(watch.poll(runs))
                .extracting(ended -> ended.run().id() + " " + ended.entry().folder())
                .containsExactlyInAnyOrder("1-a going-on", "2-b quick");
    }

    @Test
    void everyOneOfManyRunsGetsItsTurn() throws IOException {
        List<RunDirectory> runs = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            runs.add(run("run-" + i));
        }
        for (int i = 0; i < 3; i++) {
            watch.poll(runs);
        }
        for (int place : new int[] {0, 120, 249}) {
            Files.writeString(evaluation(runs.get(place), "best").resolve("result.json"), ResultsFollowerTest.RESULT);
        }
        watch.poll(runs);
        watch.poll(runs);
        assertThat(watch.poll(runs))
                .extracting(ended -> ended.run().id())
                .containsExactlyInAnyOrder("run-0", "run-120", "run-249");
    }

    @Test
    void aRunThatIsGoneIsForgotten() throws IOException {
        RunDirectory run = run("1-a");
        Path going = evaluation(run, "going-on");
        watch.poll(List.of(run));
        Files.delete(going);
        assertThat(watch.poll(List.of())).isEmpty();
        assertThat(watch.poll(List.of(run))).isEmpty();
    }
}
