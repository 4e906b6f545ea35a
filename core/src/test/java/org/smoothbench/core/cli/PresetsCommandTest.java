package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;

final class PresetsCommandTest {

    @TempDir
    Path folder;

    @Test
    void listsStudiesWithTheirPresets() {
        String all = Terminal.type("presets").success();
        assertThat(all)
                .contains("table1: Does ReLU's gradient weaken adversarial training? (Table 1")
                .contains("table1-both ", "table1-both-small", "table1-both-sample", "cifar10-resnet18-silu-small")
                .contains("68.9 % clean, 36.9 % robust (PGD-200, eps 4/255, on ImageNet)");
        assertThat(Terminal.type("presets", "--scale", "sample").success())
                .contains("table1-both-sample")
                .doesNotContain("-small", "% robust");
    }

    @Test
    void listsThemForScripts() {
        JsonArray studies = JsonParser.parseString(
                        Terminal.type("presets", "--json").success())
                .getAsJsonArray();
        JsonObject table1 = studies.get(0).getAsJsonObject();
        assertThat(table1.get("name").getAsString()).isEqualTo("table1");
        JsonObject both = table1.getAsJsonArray("presets").get(3).getAsJsonObject();
        assertThat(both.get("name").getAsString()).isEqualTo("table1-both");
        assertThat(both.get("scale").getAsString()).isEqualTo("full");
        assertThat(both.getAsJsonObject("published").get("robustness").getAsDouble())
                .isEqualTo(36.9);
        assertThat(both.getAsJsonArray("differences")).isNotEmpty();
    }

    @Test
    void showsASpecificationThatTrainReads() throws IOException {
        String shown = Terminal.type("presets", "show", "table1-both-sample").success();
        Path file = Files.writeString(folder.resolve("shown.json"), shown);
        Experiment experiment = new ExperimentFile().read(file);
        assertThat(experiment.name()).isEqualTo("table1-both-sample");
        assertThat(experiment.training().optimizer().backward().label()).isEqualTo("derivative of Parametric Softplus");
        assertThat(new ExperimentFile().write(experiment)).isEqualTo(shown);
    }

    @Test
    void showsAStudyAsAnArrayOrWritesItsFiles() {
        JsonArray shown = JsonParser.parseString(
                        Terminal.type("presets", "show", "figure3").success())
                .getAsJsonArray();
        assertThat(shown).hasSize(7);
        assertThat(shown.get(6).getAsJsonObject().get("name").getAsString()).isEqualTo("figure3-silu-sample");
        Path out = folder.resolve("specs");
        List<String> written = Terminal.type("presets", "show", "table1", "--out", out.toString())
                .success()
                .lines()
                .toList();
        assertThat(written)
                .hasSize(6)
                .allSatisfy(name -> assertThat(Path.of(name)).exists());
        assertThat(new ExperimentFile()
                        .read(out.resolve("table1-neither-sample.json"))
                        .name())
                .isEqualTo("table1-neither-sample");
    }

    @Test
    void describesOneInWords() {
        assertThat(Terminal.type("presets", "describe", "table1-both-small").success())
                .contains(
                        "table1-both-small: ReLU; attacker and optimizer use Parametric Softplus' derivative",
                        "of table1, Does ReLU's gradient weaken adversarial training? (Table 1",
                        "the paper reports: 68.9 % clean, 36.9 % robust (PGD-200, eps 4/255, on ImageNet); this is another"
                                + " experiment",
                        "- ResNet-18 with a quarter of its channels instead of ResNet-50",
                        "- 10,000 of CIFAR-10's 50,000 training images");
        assertThat(Terminal.type("presets", "describe", "figure4-efficientnet-b0-small")
                        .success())
                .contains("- only 2,500 training images, since the network has many layers")
                .doesNotContain("ResNet-18");
        assertThat(Terminal.type("presets", "describe", "table1").mistake()).contains("is a study of 18 experiments");
    }

    @Test
    void withoutDataStandInsTakeTheirPlace() throws IOException {
        for (String name : List.of("table1-both", "cifar10-resnet18-gelu-small")) {
            Terminal shown = Terminal.type("presets", "show", name);
            assertThat(shown.exitCode()).isZero();
            assertThat(shown.err()).contains("stand-ins", "--data FOLDER");
            Path file = folder.resolve(name + ".json");
            Files.writeString(file, shown.out());
            assertThat(new ExperimentFile().read(file).name()).isEqualTo(name);
        }
    }

    @Test
    void namesAndDataThatDoNotFit() throws IOException {
        assertThat(Terminal.type("presets", "show", "figure3-silo").mistake())
                .contains(
                        "no preset is called \"figure3-silo\" (did you mean \"figure3-silu\"?)", "smoothbench presets");
        assertThat(Terminal.type("train", "--preset", "figure3-silu").mistake())
                .contains("figure3-silu needs ImageNet", "--data FOLDER");
        assertThat(Terminal.type("presets", "show", "figure3-silu-small", "--data", folder.toString())
                        .mistake())
                .contains(folder.toString(), "data_batch_1.bin");
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(Terminal.type("presets", "show", "table1-both-sample", "--out", file.toString())
                        .mistake())
                .contains(file.toString(), "--out");
    }
}
