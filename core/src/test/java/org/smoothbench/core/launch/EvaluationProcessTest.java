package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.data.SampleExtract;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.EvaluationDirectory;
import org.smoothbench.core.evaluation.EvaluationResult;
import org.smoothbench.core.evaluation.StageResult;
import org.smoothbench.core.experiment.RuntimeSpec;

/** An evaluation is killed by the system in the middle of FAB; the same command again finds what one that was not killed finds. */
final class EvaluationProcessTest {

    private static final long AT_MOST_SECONDS = 120;

    @TempDir
    Path root;

    /** The command; FAB is long enough to be killed in its middle. */
    private List<String> arguments(Path out) {
        return List.of(
                "evaluate",
                "--model",
                "src/test/resources/torchscript/traced_normalized.pt",
                "--data",
                root.resolve("images").toString(),
                "--threads",
                "1",
                "--out",
                out.toString(),
                "--attack",
                "{\"type\": \"apgd\", \"steps\": 5}",
                "--attack",
                "{\"type\": \"fab-t\", \"steps\": 20, \"targets\": 9}",
                "--eps",
                "2",
                "--batch",
                "2",
                "--pictures",
                "0");
    }

    private Process start(List<String> arguments) throws IOException {
        return CommandProcess.builder(List.of(), List.of(), arguments)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("output.txt").toFile())
                .start();
    }

    private EvaluationDirectory finish(Path out) throws IOException, InterruptedException {
        Process process = start(arguments(out));
        assertThat(process.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(root.resolve("output.txt")))
                .isZero();
        return only(out);
    }

    private static EvaluationDirectory only(Path out) throws IOException {
        try (Stream<Path> folders = Files.list(out)) {
            return new EvaluationDirectory(folders.findFirst().orElseThrow());
        }
    }

    private void killInFab(Path out) throws IOException, InterruptedException {
        Process process = start(arguments(out));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(AT_MOST_SECONDS);
        while (batchesOfFab(out) < 2) {
            assertThat(System.nanoTime())
                    .as(Files.readString(root.resolve("output.txt")))
                    .isLessThan(deadline);
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(only(out).result()).as("killed before its end").doesNotExist();
    }

    private static long batchesOfFab(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return 0;
        }
        try (Stream<Path> folders = Files.list(out)) {
            Path journal = folders.findFirst()
                    .map(folder -> folder.resolve("journal.jsonl"))
                    .orElse(out);
            return Files.isRegularFile(journal)
                    ? Files.readString(journal)
                            .lines()
                            .filter(line -> line.contains("\"part\":\"ATTACK\",\"stage\":1"))
                            .count()
                    : 0;
        }
    }

    @Test
    void anEvaluationKilledInFabFindsTheSame() throws IOException, InterruptedException {
        var _ = SampleExtract.write(root.resolve("images"));

        EvaluationDirectory whole = finish(root.resolve("whole"));
        killInFab(root.resolve("killed"));
        EvaluationDirectory killed = finish(root.resolve("killed"));

        EvaluationResult expected = EvaluationResult.read(whole.result());
        EvaluationResult found = EvaluationResult.read(killed.result());
        assertThat(expected.clean().count()).as("enough to be attacked").isGreaterThan(4);
        assertThat(found.robust()).isEqualTo(expected.robust());
        assertThat(found.classes()).isEqualTo(expected.classes());
        assertThat(found.stages())
                .extracting(StageResult::attacked, StageResult::fallen)
                .isEqualTo(expected.stages().stream()
                        .map(stage -> tuple(stage.attacked(), stage.fallen()))
                        .toList());
        assertThat(examples(killed)).isEqualTo(examples(whole));
    }

    /** Which images fell, and every pixel of their adversarial examples. */
    private static List<Object> examples(EvaluationDirectory directory) {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
                NDManager scratch = engine.manager().newSubManager()) {
            var arrays = ArrayFile.read(directory.examples(), scratch);
            return List.of(
                    longs(Objects.requireNonNull(arrays.get("index")).toLongArray()),
                    longs(Objects.requireNonNull(arrays.get("predicted")).toLongArray()),
                    Arrays.hashCode(Objects.requireNonNull(arrays.get("x_adv")).toFloatArray()));
        }
    }

    private static List<Long> longs(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
