package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;

final class SampleExperimentsTest {

    @TempDir
    Path folder;

    @Test
    void differInNothingButNameAndActivation() throws IOException {
        SampleExperiments samples = SampleExperiments.installed();
        assertThat(samples.files()).isNotEmpty().containsAll(samples.demo());
        Experiment relu = new ExperimentFile().read(samples.demo().getFirst());
        Experiment silu = new ExperimentFile().read(samples.demo().getLast());

        assertThat(relu.name()).isEqualTo("sample-relu");
        assertThat(silu.name()).isEqualTo("sample-silu");
        assertThat(relu.model().activation()).isEqualTo(new Relu());
        assertThat(silu.model().activation()).isEqualTo(new Silu());
        assertThat(withReluNamed("x", silu)).isEqualTo(withReluNamed("x", relu));
    }

    @Test
    void everySampleReadsAndFindsItsImages() throws IOException {
        for (Path file : SampleExperiments.installed().files()) {
            Experiment sample = new ExperimentFile().read(file);
            assertThat(sample.data())
                    .isInstanceOfSatisfying(
                            DataSpec.Cifar10Binary.class,
                            data -> assertThat(Path.of(data.path()).resolve("test_batch.bin"))
                                    .isAbsolute()
                                    .isRegularFile());
        }
    }

    @Test
    void areListedByNameAndNoneWhereThereIsNoFolder() throws IOException {
        for (String name : new String[] {"b.json", "a.json", "notes.txt"}) {
            Files.writeString(folder.resolve(name), "");
        }
        assertThat(new SampleExperiments(folder).files())
                .containsExactly(folder.resolve("a.json"), folder.resolve("b.json"));
        assertThat(new SampleExperiments(folder.resolve("none")).files()).isEmpty();
    }

    private static Experiment withReluNamed(String name, Experiment experiment) {
        ResNetSpec network = (ResNetSpec) experiment.model();
        return new Experiment(
                experiment.schema(),
                name,
                experiment.data(),
                new ResNetSpec(network.depth(), network.width(), new Relu()),
                experiment.training(),
                experiment.evaluation(),
                experiment.runtime());
    }
}
