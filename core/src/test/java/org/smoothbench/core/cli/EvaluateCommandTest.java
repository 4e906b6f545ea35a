package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.data.SampleExtract;

/** Evaluating model files from the command line, and what is said of mistakes. */
final class EvaluateCommandTest {

    private static final Path MODELS = Path.of("src/test/resources/torchscript");

    @TempDir
    Path folder;

    private Path images;

    @BeforeEach
    void extract() {
        images = SampleExtract.write(folder.resolve("images"));
    }

    private Terminal evaluate(String model, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "evaluate",
                "--model",
                MODELS.resolve(model).toString(),
                "--data",
                images.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--threads",
                "1"));
        arguments.addAll(Arrays.asList(more));
        return Terminal.type(arguments.toArray(String[]::new));
    }

    @Test
    void aModelFileIsEvaluatedOnceAndFoundAfterwards() {
        String first = evaluate("traced_normalized.pt", "--attack", "fgsm,pgd-5", "--eps", "4")
                .success();
        assertThat(first).contains("fgsm + pgd-5, L-inf, eps 4/255").contains("no sign that the attacks were misled");
        String again = evaluate("traced_normalized.pt", "--attack", "fgsm,pgd-5", "--eps", "4/255")
                .success();
        assertThat(again).contains("found the finished result");
        assertThat(table(again)).isEqualTo(table(first));
        // Normalisation outside the file instead of inside is another model to this program, with the same accuracies.
        String outside = evaluate(
                        "scripted.pt",
                        "--attack",
                        "fgsm,pgd-5",
                        "--eps",
                        "4",
                        "--mean",
                        ".5,.5,.5",
                        "--std",
                        ".25,.25,.25")
                .success();
        assertThat(outside).doesNotContain("found the finished result");
        assertThat(robust(outside)).isEqualTo(robust(first));
    }

    private static List<String> table(String text) {
        return text.lines().filter(line -> line.contains("%")).toList();
    }

    private static String robust(String text) {
        return text.lines()
                .filter(line -> line.startsWith("robust"))
                .map(line -> line.replaceAll("\\s+[0-9.]+$", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theResultAsJsonHasEverythingToReportIt() {
        Terminal terminal = evaluate("traced_normalized.pt", "--attack", "preview", "--json", "--examples", "10");
        assertThat(terminal.exitCode()).isZero();
        JsonObject result = JsonParser.parseString(terminal.out()).getAsJsonObject();
        assertThat(result.get("label").getAsString()).contains("preview").contains("upper bound");
        assertThat(result.get("examples").getAsInt()).isEqualTo(10);
        JsonArray stages = result.getAsJsonArray("stages");
        int before = result.getAsJsonObject("clean").get("count").getAsInt();
        assertThat(stages).hasSize(2);
        for (int i = 0; i < stages.size(); i++) {
            JsonObject stage = stages.get(i).getAsJsonObject();
            int after = stage.getAsJsonObject("after").get("count").getAsInt();
            assertThat(stage.get("attacked").getAsInt()).isEqualTo(before);
            assertThat(after).isEqualTo(before - stage.get("fallen").getAsInt());
            if (before > 0) {
                assertThat(stage.getAsJsonObject("passes").get("gradient").getAsLong())
                        .isPositive();
                assertThat(stage.get("gradientsPerSecond").getAsDouble()).isPositive();
            }
            before = after;
        }
        assertThat(result.getAsJsonObject("robust").get("count").getAsInt()).isEqualTo(before);
        assertThat(result.getAsJsonObject("evaluated").get("sha256").getAsString())
                .hasSize(64);
        assertThat(result.getAsJsonArray("classes")).hasSize(10);
    }

    @Test
    void probabilitiesAreEvaluatedWithAWarning() throws IOException {
        // That model has three classes, as these images have.
        Path three = Files.createDirectories(folder.resolve("three"));
        Terminal terminal = Terminal.type(
                "evaluate",
                "--model",
                MODELS.resolve("probabilities.pt").toString(),
                "--data",
                threeClasses(three).toString(),
                "--out",
                folder.resolve("out").toString(),
                "--attack",
                "pgd-5");
        assertThat(terminal.success())
                .contains("! the model gives probabilities")
                .contains("without its softmax");
    }

    /** Pictures of three classes, made of noise. */
    private static Path threeClasses(Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (String set : List.of("train", "test")) {
            for (String name : List.of("a", "b", "c")) {
                Path own = Files.createDirectories(folder.resolve(set).resolve(name));
                for (int i = 0; i < 3; i++) {
                    var picture = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
                    for (int p = 0; p < 32 * 32; p++) {
                        picture.setRGB(p % 32, p / 32, random.nextInt(0x1000000));
                    }
                    ImageIO.write(picture, "png", own.resolve(i + ".png").toFile());
                }
            }
        }
        return folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--attack autoatack | did you mean \"autoattack\"?",
                "--eps 0 | not above 0",
                "--eps 256 | at most 255/255",
                "--eps 0.031 | less than a tenth of one grey level; give it in 1/255",
                "--eps eight | is no number",
                "--norm l1 | expected one of [linf, l2]",
                "--batch 0 | 0 is less than 1",
                "--examples -5 | -5 is less than 0",
                "--mean 0.5 | as many as mean has",
                "--mean 0.5 --std 0.5 | normalization",
                "--model traced_in_training.pt | eval()",
                "--model weights.pt | weights",
                "--model tuple.pt | tuple",
                "--model make_models.py | TorchScript",
                "--model nothing.pt | no such file",
                "--model digits.pt | does not take images of 3x32x32",
                "--model probabilities.pt | the images have 10 classes, the model gives logits of 3",
            })
    void mistakesAreToldOnOneLineAndLeaveNothing(String given, String told) {
        String[] words = given.strip().split(" ");
        String model = words[0].equals("--model") ? words[1] : "traced_normalized.pt";
        String[] options = words[0].equals("--model") ? new String[0] : words;
        assertThat(evaluate(model, options).mistake()).containsIgnoringCase(told.strip());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aModelNeedsImagesAndARunAName() {
        assertThat(Terminal.type("evaluate").mistake()).contains("which model? Give RUN or --model FILE");
        assertThat(Terminal.type("evaluate", "--model", "m.pt").mistake()).contains("give --data FOLDER");
        assertThat(Terminal.type("evaluate", "r", "--model", "m.pt").mistake()).contains("not both");
        assertThat(Terminal.type("evaluate", "nothing", "--runs", folder.toString())
                        .mistake())
                .contains("nothing");
    }
}
