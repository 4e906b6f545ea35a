package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.probe.ProbeRuns;

/** What {@code attack} prints and writes. */
final class AttackCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Terminal attack(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "attack";
        all[1] = "--runs";
        all[2] = folder.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return Terminal.type(all);
    }

    @Test
    void tellsEveryStepOfOneImage() throws IOException {
        ProbeRuns runs = new ProbeRuns(folder);
        String one = runs.randomLinear(1).path().toString();
        String other = runs.randomLinear(2).path().toString();
        Path pictures = folder.resolve("pictures");
        JsonObject told = JsonParser.parseString(attack(
                                one,
                                other,
                                "--image",
                                "3",
                                "--attack",
                                "apgd-ce",
                                "--eps",
                                "4",
                                "--smallest",
                                "--out",
                                pictures.toString(),
                                "--json")
                        .success())
                .getAsJsonObject();
        assertThat(told.get("image").getAsInt()).isEqualTo(3);
        assertThat(told.get("threat").getAsString()).isEqualTo("L-inf, eps 4/255");
        assertThat(told.getAsJsonArray("models")).hasSize(2).allSatisfy(each -> {
            JsonObject model = each.getAsJsonObject();
            boolean right = model.getAsJsonObject("clean").get("correct").getAsBoolean();
            assertThat(model.getAsJsonArray("path")).hasSize(right ? 101 : 0);
            double sum = 0;
            for (var probability : model.getAsJsonObject("clean").getAsJsonArray("probabilities")) {
                sum += probability.getAsDouble();
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(model.getAsJsonArray("pictures")).hasSize(3);
            Path image = Path.of(model.getAsJsonArray("pictures").get(0).getAsString());
            assertThat(ImageIO.read(image.toFile()).getWidth()).isEqualTo(32);
        });
        try (var files = Files.list(pictures)) {
            assertThat(files).hasSize(6);
        }
        assertThat(attack(one, "--image", "3").success())
                .contains("linear classifier", "test image 3, class", "pgd-10, L-inf, eps", "seed 0");
    }

    @Test
    void countsWhoseExamplesFoolWhom() {
        ProbeRuns runs = new ProbeRuns(folder);
        String one = runs.randomLinear(1).path().toString();
        JsonObject told = JsonParser.parseString(
                        attack(one, one, "--transfer", "5", "--json").success())
                .getAsJsonObject();
        assertThat(told.getAsJsonArray("fooled").get(0))
                .isEqualTo(told.getAsJsonArray("fooled").get(1));
        assertThat(attack(one, one, "--transfer", "5").success())
                .contains("made on", "fools 2", "pgd-10", "test images that all of them get right");
    }

    /** Such a run is judged by its clean accuracy alone, and has no budget of its own. */
    @Test
    void aRunWithoutABudgetIsAttackedWithTheUsualOne() {
        String run = new ProbeRuns(folder)
                .untrained("{\"type\": \"mlp\"}", Map.of("evaluation.attack.epsilon", "0"))
                .path()
                .toString();
        // Without a checkpoint the attack goes no further, but it came to that.
        assertThat(attack(run, "--image", "1").mistake()).contains("there is no best checkpoint yet");
    }

    @Test
    void everyAttackPrintsItsSteps() {
        String run = new ProbeRuns(folder).randomLinear(1).path().toString();
        for (String attack : List.of("fab", "square")) {
            JsonObject told = JsonParser.parseString(attack(run, "--image", "3", "--attack", attack, "--json")
                            .success())
                    .getAsJsonObject();
            JsonObject model = told.getAsJsonArray("models").get(0).getAsJsonObject();
            boolean right = model.getAsJsonObject("clean").get("correct").getAsBoolean();
            assertThat(model.getAsJsonArray("path").isEmpty()).isEqualTo(!right);
        }
    }

    @Test
    void mistakesAreTold() {
        ProbeRuns runs = new ProbeRuns(folder);
        String run = runs.randomLinear(1).path().toString();
        String untrained =
                runs.untrained("{\"type\": \"mlp\"}", Map.of()).path().toString();
        assertThat(attack(run, "--image", "20").mistake()).contains("no image 20", "0 to 19");
        assertThat(attack(run, "--image", "-1").mistake()).contains("no image -1");
        assertThat(attack(run).mistake()).contains("which image?");
        assertThat(attack(run, "--image", "1", "--transfer", "3").mistake()).contains("give one, not both");
        assertThat(attack(run, "--image", "1", "--attack", "autoattack").mistake())
                .contains("several attacks");
        assertThat(attack(run, "--image", "1", "--attack", "pdg-10").mistake()).contains("no attack is called");
        assertThat(attack(run, "--transfer", "0").mistake()).contains("--transfer");
        assertThat(attack(run, "--transfer", "3", "--smallest").mistake()).contains("--smallest", "instead of");
        assertThat(attack(run, "--transfer", "3", "--out", "x").mistake()).contains("--out: ");
        assertThat(attack(untrained, "--image", "1").mistake()).contains("there is no best checkpoint yet");
        assertThat(attack("nothing", "--image", "1").mistake()).contains("no run is called");
        assertThat(attack(run, "--image", "1", "--checkpoint", "ema").mistake())
                .contains("weights were not averaged in this run");
    }
}
