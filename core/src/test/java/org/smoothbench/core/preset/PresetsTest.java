package org.smoothbench.core.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.model.Architecture;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

final class PresetsTest {

    private final Presets presets = new Presets();

    @TempDir
    Path folder;

    @Test
    void everySpecificationIsReadBackAsItWasWritten() throws IOException {
        ExperimentFile files = new ExperimentFile();
        Path file = folder.resolve("preset.json");
        for (Preset preset : presets.all()) {
            Experiment experiment = preset.experiment(data(preset));
            Files.writeString(file, files.write(experiment));
            assertThat(files.read(file)).isEqualTo(experiment);
            assertThat(experiment.name()).isEqualTo(preset.name());
        }
    }

    private DataSpec data(Preset preset) {
        Path images = folder.resolve("images");
        return switch (preset.images()) {
            case WantedImages.Photographs photographs ->
                photographs.fit(
                        new DataSpec.ImageFolder(
                                List.of(images.resolve("train").toString()),
                                List.of(images.resolve("val").toString())),
                        images);
            case WantedImages.Cifar10 _, WantedImages.Sample _ -> new DataSpec.Cifar10Binary(images.toString());
        };
    }

    @Test
    void everyNetworkCanBeBuilt() {
        for (Preset preset : presets.all()) {
            int side = preset.images() instanceof WantedImages.Photographs p ? p.resolution() : 32;
            int classes = preset.images() instanceof WantedImages.Photographs ? 1000 : 10;
            assertThat(Architecture.of(preset.recipe().model(), new ImageShape(3, side, side), classes)
                            .parameterCount())
                    .as(preset.name())
                    .isPositive();
        }
    }

    @Test
    void namesAreUniqueAndSayStudyAndScale() {
        assertThat(presets.all()).extracting(Preset::name).doesNotHaveDuplicates();
        for (Study study : presets.studies()) {
            for (Preset preset : study.presets()) {
                assertThat(preset.name()).startsWith(study.name() + "-").matches("[a-z0-9.-]+");
                assertThat(preset.name().endsWith("-small")).isEqualTo(preset.scale() == Scale.SMALL);
                assertThat(preset.name().endsWith("-sample")).isEqualTo(preset.scale() == Scale.SAMPLE);
                assertThat(preset.description()).isNotBlank();
                assertThat(preset.differences())
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text).isNotBlank());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "table1, 6, 6, 6",
        "evaluation-attack, 4, 4, 4",
        "standard, 3, 3, 3",
        "figure3, 7, 7, 7",
        "table2, 12, 12, 12",
        "table3, 16, 12, 12",
        "figure4, 18, 4, 2",
        "cifar10-resnet18, 8, 8, 8"
    })
    void eachStudyHasItsExperiments(String name, int full, int small, int sample) {
        Study study = presets.study(name).orElseThrow();
        assertThat(study.at(Scale.FULL)).hasSize(full);
        assertThat(study.at(Scale.SMALL)).hasSize(small);
        assertThat(study.at(Scale.SAMPLE)).hasSize(sample);
        assertThat(study.title()).isNotBlank();
        assertThat(study.place()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "silu", "softplus", "gelu", "smooth-relu", "elu", "celu", "parametric-softplus"})
    void everyActivationHasItsSmallRunOnCifar10(String activation) throws IOException {
        Preset preset = presets.require("cifar10-resnet18-" + activation + "-small");
        Experiment experiment = preset.experiment(data(preset));
        Path file = Files.writeString(folder.resolve("x.json"), new ExperimentFile().write(experiment));
        assertThat(new ExperimentFile().read(file, Map.of("model.activation", activation)))
                .as("the activation and its usual parameters")
                .isEqualTo(experiment);
        assertThat(experiment.split().training()).isEqualTo(10_000);
        assertThat(experiment.training().epochs()).isEqualTo(5);
        assertThat(experiment.model().label()).isEqualTo("ResNet-18, width 16");
        assertThat(experiment.evaluation().attack().label()).isEqualTo("PGD-10, eps 8/255, step 2/255");
        assertThat(experiment.evaluation().examples()).isEqualTo(1000);
    }

    /** Within a study and scale nothing may differ but what it is about: the differences are named there. */
    @ParameterizedTest
    @ValueSource(strings = {"figure3", "table2", "cifar10-resnet18"})
    void activationsAreComparedWithEverythingElseEqual(String study) {
        for (Scale scale : Scale.values()) {
            assertThat(presets.study(study).orElseThrow().at(scale).stream()
                            .map(preset -> preset.recipe()
                                    .withModel(presets.require("figure3-relu")
                                            .recipe()
                                            .model()))
                            .collect(Collectors.toSet()))
                    .hasSize(1);
        }
    }

    @Test
    void aMisspeltNameIsGuessed() {
        assertThatThrownBy(() -> presets.require("table1-bothh"))
                .hasMessage("no preset is called \"table1-bothh\" (did you mean \"table1-both\"?); see the names with:"
                        + " smoothbench presets");
        assertThatThrownBy(() -> presets.require("tabel1")).hasMessageContaining("did you mean \"table1\"?");
    }

    @Test
    void aStudyIsNoExperimentButNamesItsOwn() {
        assertThatThrownBy(() -> presets.require("table1")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isInstanceOf(Problem.Usage.class);
            assertThat(e.problem().what()).isEqualTo("\"table1\" is a study of 18 experiments");
            assertThat(e.problem().remedy()).startsWith("give one of table1-neither, table1-attacker, ");
        });
    }

    @Test
    void onlyTheSampleImagesComeWithTheProgram() {
        PresetData data = PresetData.installed();
        Stream<Preset> samples = presets.all().stream().filter(preset -> preset.scale() == Scale.SAMPLE);
        assertThat(samples).isNotEmpty().allSatisfy(preset -> {
            DataSpec found = data.experiment(preset, Optional.empty()).data();
            assertThat(found).isInstanceOf(DataSpec.Cifar10Binary.class);
            assertThat(Path.of(((DataSpec.Cifar10Binary) found).path()).resolve("test_batch.bin"))
                    .isAbsolute()
                    .exists();
        });
        assertThatThrownBy(() -> data.experiment(presets.require("cifar10-resnet18-silu-small"), Optional.empty()))
                .hasMessageContaining("needs CIFAR-10")
                .hasMessageContaining("--data FOLDER");
        assertThatThrownBy(() -> data.experiment(presets.require("table1-both"), Optional.empty()))
                .hasMessageContaining("needs ImageNet");
    }

    @Test
    void otherImagesThanNeededAreRefused() throws IOException {
        for (String file : List.of("data_batch_1.bin", "test_batch.bin")) {
            Files.createFile(folder.resolve(file));
        }
        PresetData data = PresetData.installed();
        Optional<Path> cifar = Optional.of(folder);
        assertThat(data.experiment(presets.require("figure3-silu-small"), cifar).data())
                .isEqualTo(new DataSpec.Cifar10Binary(folder.toString()));
        assertThatThrownBy(() -> data.experiment(presets.require("figure3-silu"), cifar))
                .hasMessageStartingWith(folder + ": these are other images")
                .hasMessageContaining("it takes ImageNet");
    }
}
