package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.data.SampleExtract;

/** What studies of a run's network print and keep. */
final class StudyCommandsTest {

    @TempDir
    private Path folder = Path.of("");

    private Path trained() throws IOException {
        String runs = folder.resolve("runs").toString();
        var _ = Terminal.type(
                        "train",
                        "--preset",
                        "figure3-relu-sample",
                        "--runs",
                        runs,
                        "--data",
                        SampleExtract.write(folder.resolve("images")).toString(),
                        "--set",
                        "training.epochs=1",
                        "--set",
                        "model.width=8",
                        "--set",
                        "evaluation.examples=10",
                        "--set",
                        "evaluation.smoothness={\"every\": 1, \"examples\": 4}",
                        "--set",
                        "runtime.threads=1",
                        "--set",
                        "runtime.device=cpu")
                .success();
        try (var found = Files.list(folder.resolve("runs"))) {
            return found.findFirst().orElseThrow();
        }
    }

    @Test
    void measuresAndJudgesARun() throws IOException {
        Path run = trained();
        String runs = folder.resolve("runs").toString();
        assertThat(Files.readString(run.resolve("log.txt"))).contains("smoothness after epoch 1: gradient alignment");

        Path copy = folder.resolve("copy.json");
        JsonObject metrics = JsonParser.parseString(Terminal.type(
                                "metrics",
                                "figure3",
                                "--runs",
                                runs,
                                "--examples",
                                "6",
                                "--json",
                                "--out",
                                copy.toString())
                        .success())
                .getAsJsonObject();
        assertThat(JsonParser.parseString(Files.readString(copy))).isEqualTo(metrics);
        JsonObject smoothness = metrics.getAsJsonObject("smoothness");
        assertThat(smoothness.getAsJsonObject("conditions").get("images").getAsInt())
                .isEqualTo(6);
        assertThat(smoothness.getAsJsonArray("metrics"))
                .hasSize(9)
                .allSatisfy(
                        each -> assertThat(each.getAsJsonObject().get("source").getAsString())
                                .isNotBlank());
        assertThat(smoothness
                        .getAsJsonArray("places")
                        .get(0)
                        .getAsJsonObject()
                        .get("place")
                        .getAsString())
                .isEqualTo("act1");
        try (var kept = Files.list(run.resolve("smoothness"))) {
            assertThat(kept)
                    .singleElement()
                    .satisfies(file -> assertThat(JsonParser.parseString(Files.readString(file)))
                            .isEqualTo((JsonElement) metrics));
        }
        assertThat(Terminal.type("metrics", "figure3", "--runs", runs, "--examples", "4", "--norm", "l2")
                        .success())
                .contains("L2, eps 0.5; 4 test images", "Gradient alignment", "kinks at layer1.0.act1");

        assertThat(Terminal.type("sanity", "figure3", "--runs", runs, "--examples", "3")
                        .success())
                .contains("200 steps", "L-inf, eps 128/255", "10 starts", "Is there a gradient to follow?");
        assertThat(run.resolve("sanity")).isNotEmptyDirectory();

        assertThat(Terminal.type("metrics", "--runs", runs).mistake()).contains("which model?");
        assertThat(Terminal.type("sanity", "figure3", "--runs", runs, "--checkpoint", "ema")
                        .mistake())
                .contains("weights were not averaged in this run");
        assertThat(Terminal.type("metrics", "figure3", "--runs", runs, "--examples", "0")
                        .mistake())
                .contains("--examples");
    }
}
