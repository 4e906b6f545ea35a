package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;

final class ExperimentFileTest {

    private static final PgdSpec FGSM = new PgdSpec(8, 8, 1, true);
    private static final PgdSpec PGD = new PgdSpec(4.5, 0.25, 200, false);
    private static final ModelSpec RESNET = new ResNetSpec(18, 64, new Relu());
    private static final TrainingSpec PLAIN = training(new TrainingMethod.Standard(), new Schedule.Constant());

    @TempDir
    Path folder;

    static Stream<Experiment> variants() {
        DataSpec cifar = new DataSpec.Cifar10Binary("/data/cifar \"10\" ä");
        DataSpec images = new DataSpec.ImageFolder(List.of("/a", "/b.zip"), List.of("/c"));
        DataSpec photographs = new DataSpec.ImageFolder(
                List.of("/a"),
                List.of("/b"),
                new ImageScaling.Imagenet(128, 144, 0.25, 0.9, 0.5, 2, ImageScaling.Imagenet.Interpolation.BICUBIC),
                "/classes.txt",
                DataSpec.ImageFolder.DamagedFiles.SKIP,
                DataSpec.ImageFolder.Loading.STREAM);
        return Stream.of(
                experiment(photographs, RESNET, PLAIN),
                experiment(new DataSpec.Cifar100Binary("/c", DataSpec.Cifar100Binary.Labels.COARSE), RESNET, PLAIN),
                experiment(new DataSpec.Idx("/mnist"), RESNET, PLAIN),
                varied(cifar),
                experiment(cifar, RESNET, PLAIN),
                experiment(images, RESNET, PLAIN),
                experiment(cifar, new ResNetSpec(8, 8, new Silu()), PLAIN),
                experiment(cifar, RESNET, training(new TrainingMethod.Adversarial(FGSM), new Schedule.Constant())),
                experiment(cifar, RESNET, training(new TrainingMethod.Adversarial(PGD), new Schedule.Constant())),
                experiment(
                        cifar,
                        RESNET,
                        training(
                                new TrainingMethod.Standard(),
                                new Schedule.Step(List.of(0.0, 29.5, 1e5), 0.123456789012345))),
                experiment(cifar, RESNET, training(new TrainingMethod.Standard(), new Schedule.Step(List.of(), 1))));
    }

    private static Experiment experiment(DataSpec data, ModelSpec model, TrainingSpec training) {
        return new Experiment(
                1,
                "a <name> & \"more\"",
                data,
                model,
                training,
                new EvaluationSpec(3, 500, 100, PGD),
                new RuntimeSpec("gpu:7", 4, Integer.MAX_VALUE));
    }

    private static Experiment varied(DataSpec data) {
        return new Experiment(
                1,
                "a <name> & varied",
                data,
                new SplitSpec(40_000, 5_000, 3),
                new AugmentationSpec(4, true, AugmentationSpec.Policy.CIFAR10, 16, 0.5),
                RESNET,
                PLAIN,
                new EvaluationSpec(3, 500, 100, PGD),
                new RuntimeSpec("cpu", 0, 0));
    }

    private static TrainingSpec training(TrainingMethod method, Schedule schedule) {
        return new TrainingSpec(90, 256, method, new OptimizerSpec(0.1, 0.9, 5e-4), schedule);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void readsBackWhatItWrites(Experiment experiment) throws IOException {
        String text = new ExperimentFile().write(experiment);
        assertThat(new ExperimentFile().read(file(text))).isEqualTo(experiment);
        assertThat(text).endsWith("}\n").contains("a <name> & ");
    }

    @Test
    void fillsInWhatIsLeftOut() throws IOException {
        Experiment read = new ExperimentFile().read(file("""
                {"name": "least", "data": {"type": "cifar10-binary", "path": "cifar"}, "model": "resnet",
                 "training": {"epochs": 90}}
                """));
        assertThat(read)
                .isEqualTo(new Experiment(
                        Experiment.SCHEMA,
                        "least",
                        new DataSpec.Cifar10Binary(folder.resolve("cifar").toString()),
                        RESNET,
                        new TrainingSpec(
                                90,
                                128,
                                new TrainingMethod.Adversarial(FGSM),
                                new OptimizerSpec(0.1, 0.9, 5e-4),
                                new Schedule.Constant()),
                        new EvaluationSpec(1, 0, 250, new PgdSpec(8, 2, 10, true)),
                        new RuntimeSpec("auto", 0, 0)));
    }

    @Test
    void takesABareNameForAVariantWhoseSettingsHaveDefaults() throws IOException {
        Experiment read = new ExperimentFile().read(file("""
                {"name": "bare", "data": {"type": "cifar10-binary", "path": "cifar"},
                 "model": {"type": "resnet", "activation": {"type": "silu"}},
                 "training": {"epochs": 1, "method": "adversarial", "schedule": "constant"}}
                """));
        assertThat(read.model().activation()).isEqualTo(new Silu());
        assertThat(read.training().method()).isEqualTo(new TrainingMethod.Adversarial(FGSM));
        assertThat(read.training().schedule()).isEqualTo(new Schedule.Constant());
    }

    @Test
    void resolvesDataAgainstTheFolderOfTheFile() throws IOException {
        Path below = Files.createDirectories(folder.resolve("specs"));
        Path file = Files.writeString(below.resolve("x.json"), """
                {"name": "x", "model": "resnet", "training": {"epochs": 1},
                 "data": {"type": "image-folder", "train": ["../images", "/absolute"], "test": ["test.zip"]}}
                """);
        assertThat(new ExperimentFile().read(file).data())
                .isEqualTo(new DataSpec.ImageFolder(
                        List.of(folder.resolve("images").toString(), "/absolute"),
                        List.of(below.resolve("test.zip").toString())));
    }

    @Test
    void resolvesAClassMapButNotTheLackOfOne() {
        DataSpec.ImageFolder plain = new DataSpec.ImageFolder(List.of("/a"), List.of("/b"));
        assertThat(plain.resolve(folder)).isEqualTo(plain);
        DataSpec.ImageFolder mapped = new DataSpec.ImageFolder(
                List.of("/a"), List.of("/b"), plain.size(), "classes.txt", plain.damaged(), plain.loading());
        assertThat(((DataSpec.ImageFolder) mapped.resolve(folder)).classMap())
                .isEqualTo(folder.resolve("classes.txt").toString());
        assertThat(mapped.withSize(new ImageScaling.Imagenet(64)).size()).isEqualTo(new ImageScaling.Imagenet(64));
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        String text = new ExperimentFile().write(experiment(new DataSpec.Cifar10Binary("/d"), RESNET, PLAIN));
        assertThat(new ExperimentFile().read(file("\uFEFF" + text)).data()).isEqualTo(new DataSpec.Cifar10Binary("/d"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("experiment.json"), text);
    }
}
