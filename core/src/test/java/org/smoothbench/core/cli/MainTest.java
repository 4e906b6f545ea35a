package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.data.SampleExtract;

final class MainTest {

    private static final Path HOME = Path.of(System.getProperty("smoothbench.home", "."));

    @TempDir
    Path folder;

    @Test
    void aRunFromTrainingToItsFigures() {
        String runs = folder.resolve("runs").toString();
        assertThat(Terminal.type("list", "--runs", runs).success()).contains("No runs in " + runs, "smoothbench demo");
        assertThat(JsonParser.parseString(
                        Terminal.type("list", "--json", "--runs", runs).success()))
                .isEqualTo(new JsonArray());

        String said = trainTiny(runs, "trial");
        assertThat(said)
                .contains("trial: ResNet-8, width 8, SILU, adversarial, PGD-1", "on CPU (1 thread)", "finished: done")
                .containsPattern("epoch 1/1  loss \\d+\\.\\d+  clean \\d+\\.\\d %  robust \\d+\\.\\d %");

        JsonObject listed = JsonParser.parseString(
                        Terminal.type("list", "--json", "--runs", runs).success())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject();
        assertThat(listed.get("name").getAsString()).isEqualTo("trial");
        assertThat(listed.get("state").getAsString()).isEqualTo("finished");
        assertThat(listed.get("examples").getAsLong()).isEqualTo(20);
        assertThat(listed.get("robustAccuracy").getAsDouble())
                .isBetween(0.0, listed.get("cleanAccuracy").getAsDouble());
        String id = listed.get("id").getAsString();
        assertThat(id).endsWith("-trial-s0");
        assertThat(Path.of(listed.get("path").getAsString())).isEqualTo(Path.of(runs, id));

        assertThat(Terminal.type("list", "--runs", runs).success().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(id)
                .contains("finished", "SILU", "1/1");
        assertThat(JsonParser.parseString(
                        Terminal.type("show", "trial", "--json", "--runs", runs).success()))
                .isEqualTo(listed);
        assertThat(Terminal.type("show", "trial", "--runs", runs).success())
                .contains(id, "finished", "SILU", "PGD-1", "last checkpoint", "best checkpoint", "model.safetensors");
        assertThat(Terminal.type("stop", "trial", "--runs", runs).mistake())
                .contains("the run has ended already: finished");
    }

    @Test
    void theSameSeedGivesTheSameWeights() throws IOException {
        String runs = folder.resolve("runs").toString();
        trainTiny(runs, "one");
        trainTiny(runs, "two");
        List<String> hashes = StreamSupport.stream(
                        JsonParser.parseString(Terminal.type("list", "--json", "--runs", runs)
                                        .success())
                                .getAsJsonArray()
                                .spliterator(),
                        false)
                .map(run -> hash(Path.of(run.getAsJsonObject().get("path").getAsString())))
                .toList();
        assertThat(hashes).hasSize(2);
        assertThat(hashes.getFirst()).hasSize(64).isEqualTo(hashes.getLast());
    }

    private static String hash(Path run) {
        try {
            return JsonParser.parseString(Files.readString(run.resolve("checkpoints/last.json")))
                    .getAsJsonObject()
                    .getAsJsonObject("sha256")
                    .get("model.safetensors")
                    .getAsString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String trainTiny(String runs, String name) {
        return Terminal.type(
                        "train",
                        HOME.resolve("sample-data/experiments/sample-silu.json").toString(),
                        "--name",
                        name,
                        "--runs",
                        runs,
                        "--set",
                        "training.epochs=1",
                        "--set",
                        "model.width=8",
                        "--set",
                        "training.batchSize=20",
                        "--set",
                        "data.path=" + SampleExtract.write(folder.resolve("images")),
                        "--set",
                        "evaluation.examples=20",
                        "--set",
                        "evaluation.attack.steps=1",
                        "--set",
                        "runtime.threads=1",
                        "--set",
                        "runtime.device=cpu")
                .success();
    }

    @Test
    void aPresetIsTrainedLikeASpecification() {
        String runs = folder.resolve("runs").toString();
        assertThat(Terminal.type(
                                "train",
                                "--preset",
                                "table1-both-sample",
                                "--runs",
                                runs,
                                "--data",
                                SampleExtract.write(folder.resolve("images")).toString(),
                                "--set",
                                "training.epochs=1",
                                "--set",
                                "evaluation.examples=20",
                                "--set",
                                "runtime.device=cpu")
                        .success())
                .contains("table1-both-sample: ResNet-8, width 8, ReLU", "derivative of Parametric Softplus", "done");
        assertThat(Terminal.type("list", "--runs", runs).success()).contains("table1-both-sample-s0", "finished");
    }

    @Test
    void weightsGoOutAndComeIn() {
        String runs = folder.resolve("runs").toString();
        trainTiny(runs, "trial");
        Path file = folder.resolve("weights.npz");
        assertThat(Terminal.type("export", "trial", "--runs", runs, "--out", file.toString())
                        .success())
                .isEqualToIgnoringNewLines(file.toString());
        String images = folder.resolve("images").toString();
        String run = Terminal.type(
                        "import",
                        file.toString(),
                        "--preset",
                        "figure3-silu-sample",
                        "--data",
                        images,
                        "--name",
                        "imported",
                        "--runs",
                        runs)
                .success()
                .strip();
        assertThat(Terminal.type("show", "imported", "--runs", runs).success())
                .contains(run, "finished", "imported from " + file, "best checkpoint", "SILU");

        Terminal misfit = Terminal.type(
                "import",
                file.toString(),
                "--preset",
                "table3-resnet50-silu-sample",
                "--data",
                images,
                "--runs",
                runs,
                "--set",
                "split.training=0");
        assertThat(misfit.exitCode()).isEqualTo(2);
        assertThat(misfit.out()).isEmpty();
        assertThat(misfit.err().lines())
                .hasSizeGreaterThan(10)
                .contains("  layer1.0.conv1.weight: expected (8, 8, 1, 1), found (8, 8, 3, 3)")
                .first()
                .asString()
                .startsWith("smoothbench: " + file + ": ")
                .contains("arrays do not fit ResNet-11");
        assertThat(Terminal.type("import", file.toString(), "--runs", runs).mistake())
                .contains("which experiment? Give --spec SPEC or --preset NAME");
    }

    @Test
    void theDoctorFindsNothingWrong() {
        Terminal terminal = Terminal.type(
                "doctor", "--json", "--runs", folder.resolve("runs").toString());
        JsonArray checks = JsonParser.parseString(terminal.success()).getAsJsonArray();
        assertThat(checks).hasSizeGreaterThan(8);
        for (JsonElement each : checks) {
            JsonObject check = each.getAsJsonObject();
            assertThat(check.get("verdict").getAsString()).as(check.toString()).isIn("OK", "NOTE");
            assertThat(check.get("name").getAsString()).isNotBlank();
            assertThat(check.get("remedy").getAsString().isEmpty())
                    .isEqualTo(check.get("verdict").getAsString().equals("OK"));
        }
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void theDoctorTellsOfARunsFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Terminal terminal = Terminal.type("doctor", "--runs", file.toString());
        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.out())
                .contains("WRONG  Runs folder", file + " cannot be written", "-> set SMOOTHBENCH_RUNS");
    }

    @Test
    void theSampleSetIsTheCommittedOne() throws IOException {
        assertThat(Terminal.type("sample-data", "--out", folder.toString()).success())
                .contains("2,000 training and 500 test images", folder.toString());
        for (String name : new String[] {"data_batch_1.bin", "test_batch.bin", "batches.meta.txt"}) {
            assertThat(Files.mismatch(
                            folder.resolve(name), HOME.resolve("sample-data").resolve(name)))
                    .isEqualTo(-1);
        }
    }

    @Test
    void tellsItsVersion() {
        assertThat(Terminal.type("--version").success()).matches("Smoothbench \\S+\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", ""})
    void showsExamples(String option) {
        String help = (option.isEmpty() ? Terminal.type() : Terminal.type(option)).success();
        assertThat(help)
                .contains("Examples:", "smoothbench demo", "smoothbench train my.json --set training.epochs=3")
                .contains("train", "list", "show", "stop", "doctor", "sample-data")
                .doesNotContain("worker");
        assertThat(Terminal.type("train", "--help").success()).contains("Examples:", "--set", "--runs");
    }

    @ParameterizedTest
    @CsvSource({"-1, -", "NaN, -", "0, 0 s", "59.4, 59 s", "59.6, 1 min 00 s", "130, 2 min 10 s", "11100, 3 h 05 min"})
    void writesTimesAsPeopleReadThem(double seconds, String text) {
        assertThat(Durations.text(seconds)).isEqualTo(text);
    }
}
