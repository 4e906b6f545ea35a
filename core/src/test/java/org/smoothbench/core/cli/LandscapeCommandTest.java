package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.data.SampleExtract;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;

/** What {@code landscape} prints, keeps and refuses. */
final class LandscapeCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path images = folder;

    @BeforeEach
    void train() throws IOException {
        images = SampleExtract.write(folder.resolve("images"));
        train("relu", images);
        train("silu", images);
    }

    private void train(String activation, Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "train",
                "--preset",
                "figure3-" + activation + "-sample",
                "--runs",
                runs(),
                "--data",
                data.toString(),
                "--set",
                "training.epochs=1",
                "--set",
                "model.width=8",
                "--set",
                "evaluation.examples=4",
                "--set",
                "runtime.threads=1",
                "--set",
                "runtime.device=cpu"));
        arguments.addAll(Arrays.asList(more));
        var _ = Terminal.type(arguments.toArray(String[]::new)).success();
    }

    private String runs() {
        return folder.resolve("runs").toString();
    }

    private Terminal landscape(String... more) {
        List<String> arguments = new ArrayList<>(List.of("landscape", "--runs", runs()));
        arguments.addAll(Arrays.asList(more));
        if (!arguments.contains("--grid")) {
            arguments.addAll(List.of("--grid", "5"));
        }
        return Terminal.type(arguments.toArray(String[]::new));
    }

    private RunDirectory run(String part) throws IOException {
        return new RunLibrary(Path.of(runs()), Clock.systemUTC()).find(part);
    }

    private List<LandscapeDirectory> kept(String part) throws IOException {
        return LandscapeDirectory.in(run(part).landscapes());
    }

    @Test
    void comparesRunsAndFindsWhatIsThere() throws IOException {
        String text = landscape("relu", "silu", "--image", "3").success();
        assertThat(text)
                .contains("ResNet-8, width 8, ReLU, best weights after epoch 1: PGD-10 x random, L-inf, eps ")
                .contains("clipped to [0, 1], test image 3, seed 0")
                .containsPattern("roughness +ReLU +SILU")
                .contains("local linearity error", "kinks between x and x', share", "kept in");
        Landscape relu = LandscapeFile.read(kept("relu").getFirst());
        Landscape silu = LandscapeFile.read(kept("silu").getFirst());
        assertThat(relu.report().study()).isEqualTo(silu.report().study());
        assertThat(relu.report().spec()).isEqualTo(silu.report().spec());
        assertThat(Objects.requireNonNull(relu.surfaces().getFirst().plane()).image())
                .isEqualTo(Objects.requireNonNull(silu.surfaces().getFirst().plane())
                        .image());
        assertThat(Objects.requireNonNull(relu.surfaces().getFirst().plane()).second())
                .isEqualTo(Objects.requireNonNull(silu.surfaces().getFirst().plane())
                        .second());
        assertThat(relu.report().subject().sha256()).hasSize(64);
        assertThat(landscape("relu", "silu", "--image", "3").success()).contains("found in");

        Path out = folder.resolve("elsewhere");
        JsonArray json = JsonParser.parseString(landscape(
                                "relu",
                                "silu",
                                "--images",
                                "2",
                                "--direction",
                                "sign",
                                "--no-clip",
                                "--json",
                                "--out",
                                out.toString())
                        .success())
                .getAsJsonArray();
        assertThat(json).hasSize(2);
        JsonObject first = json.get(0).getAsJsonObject();
        assertThat(first.getAsJsonArray("surfaces")).hasSize(2);
        assertThat(first.getAsJsonObject("spec").get("clip").getAsBoolean()).isFalse();
        assertThat(LandscapeDirectory.in(out)).hasSize(2);
    }

    @Test
    void drawsOverOtherPlanes() throws IOException {
        assertThat(landscape("relu", "silu", "--plane", "adversarial-other", "--direction", "pgd-2")
                        .success())
                .contains("PGD-2 x PGD-2 on the other model");
        LandscapeReport relu = LandscapeFile.report(kept("relu").getFirst());
        assertThat(Objects.requireNonNull(relu.other()).activation()).isEqualTo("SILU");
        assertThat(landscape("relu", "--plane", "weights", "--images", "3").success())
                .contains("random filters x second random filters, clean, 3 test images");
        assertThat(landscape("relu", "silu", "--plane", "line", "--images", "3", "--attack-steps", "1")
                        .success())
                .contains("way between weights, PGD-1, L-inf");
        assertThat(landscape("relu", "--plane", "random-random").success()).contains("random x second random");
        assertThat(landscape("relu", "--plane", "adversarial-orthogonal", "--second", "apgd-3")
                        .success())
                .contains("APGD-3 begun elsewhere");
        assertThat(kept("relu")).hasSize(5);
    }

    @Test
    void saysWhatCannotBeMeant() throws IOException {
        assertThat(landscape("relu", "--image", "20").mistake())
                .contains("--image 20: there is no such test image; take one from 0 to 19");
        assertThat(landscape("relu", "--image", "-1").mistake()).contains("--image");
        assertThat(landscape("relu", "--images", "21").mistake()).contains("there are only 20 test images");
        assertThat(landscape("relu", "--grid", "40").mistake()).contains("an odd number of vertices");
        assertThat(landscape("relu", "--grid", "3").mistake()).contains("are not from 5 to 401");
        assertThat(landscape("relu", "--grid", "999").mistake()).contains("are not from 5 to 401");
        assertThat(landscape("relu", "--range", "0").mistake()).contains("--range");
        assertThat(landscape("relu", "--batch", "-1").mistake()).contains("--batch");
        assertThat(landscape("relu", "--norm", "l2").mistake()).contains("L-infinity");
        assertThat(landscape("relu", "--direction", "pdg-10").mistake()).contains("take sign, pgd-N");
        assertThat(landscape("relu", "--plane", "adversarial-randm").mistake())
                .contains("did you mean \"adversarial-random\"?");
        assertThat(landscape("relu", "relu").mistake()).contains("a run is given twice");
        assertThat(landscape("relu", "--plane", "adversarial-other").mistake()).contains("there is only one");
        assertThat(landscape("relu", "--other", "silu").mistake()).contains("no other model in this plane");
        assertThat(landscape("relu", "silu", "silu", "--plane", "line").mistake())
                .contains("given twice");
        assertThat(landscape("relu", "--plane", "line").mistake()).contains("both ends of the line are the same");
        assertThat(landscape("nobody").mistake()).contains("nobody");
        assertThat(Terminal.type("landscape").mistake()).contains("RUN");
        assertThat(landscape("relu", "--checkpoint", "ema").mistake()).contains("weights were not averaged");
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(landscape("relu", "--out", file.toString()).mistake()).contains("cannot be written");

        RunDirectory untrained = new RunLibrary(folder.resolve("untrained"), Clock.systemUTC())
                .create(TrainedModel.experiment(run("relu")));
        assertThat(landscape(untrained.path().toString()).mistake()).contains("there is no best checkpoint yet");
    }

    @Test
    void refusesNetworksForOtherImages() throws IOException {
        for (String part : List.of("train", "test")) {
            for (int i = 0; i < 20; i++) {
                Path file = folder.resolve("two/%s/%s/%d.png".formatted(part, i % 2 == 0 ? "a" : "b", i));
                Files.createDirectories(file.getParent());
                ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            }
        }
        train("gelu", folder.resolve("two"), "--set", "training.batchSize=10");
        String line = landscape("relu", "gelu").mistake();
        assertThat(line).contains("the networks are for other images: 3x32x32 in", "3x16x16 in 2 classes");
        assertThat(landscape("relu", "silu", "gelu", "--plane", "line").mistake())
                .contains("a line has two ends, not 3");
        try (Stream<Path> left = Files.list(run("relu").path())) {
            assertThat(left).doesNotContain(run("relu").landscapes());
        }
    }
}
