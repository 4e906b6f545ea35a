package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake costs one line on standard error and exit code 2, and leaves nothing behind. */
final class MistakeTest {

    private static final Path HOME = Path.of(System.getProperty("smoothbench.home", "."));
    private static final String SILU =
            HOME.resolve("sample-data/experiments/sample-silu.json").toString();

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aSpecificationThatIsNotThere() {
        Path file = folder.resolve("none.json");
        assertThat(train(file.toString()).mistake())
                .isEqualTo("smoothbench: " + file + ": no such file; check the path");
    }

    @Test
    void brokenJson() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\n \"name\": \"x\"\n \"data\": {}\n}");
        assertThat(train(file.toString()).mistake()).contains(file + ":3:", "not valid JSON");
    }

    @Test
    void anUnknownKey() throws IOException {
        Path file = Files.writeString(
                folder.resolve("key.json"), Files.readString(Path.of(SILU)).replace("\"epochs\"", "\"epoch\""));
        assertThat(train(file.toString()).mistake())
                .contains(file + " $.training.epoch: ", "did you mean \"epochs\"?", "(and 1 more)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        training.epochs=-1            | $.training.epochs: expected a whole number from 1 to 100000 (epochs), found -1
        training.epochs=1.5           | $.training.epochs: expected a whole number from 1 to 100000 (epochs), found 1.5
        model.activation=selu         | $.model.activation: expected one of celu, elu, gelu, leaky-relu, mish, parametric-softplus, pssilu, relu, silu, smooth-relu, softplus, swish, found "selu"
        training.batchsize=5          | did you mean "batchSize"?
        runtime.device=gpu            | $.runtime.device: expected auto, cpu or gpu:N, found "gpu"
        model.classes=7               | found the unknown key "classes"
        augmentation.cropPadding=32   | $.augmentation.cropPadding: expected a border narrower than the images
        augmentation.cutout=40        | $.augmentation.cutout: expected a square no larger than the images, which are 32x32 pixels, found 40
        training.schedule={"type":"step","milestones":[8,3]} | $.training.schedule.milestones: expected rising numbers
        training.optimizer.withoutDecay=["layer9.*"] | $.training.optimizer.withoutDecay[0]: "layer9.*" is the name of no parameter
        split.validation=99999        | $.split.validation: asks for 99999 validation images
        data.path=                    | holds no training batch
        =3                            | --set: "" leads to no setting; write path=value
        training.epochs               | see: smoothbench train --help
        """)
    void aSettingThatCannotBe(String change, String told) {
        assertThat(train(SILU, "--set", change).mistake()).contains(told);
    }

    @Test
    void aFolderWithoutImages() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(train(SILU, "--set", "data.path=" + empty).mistake())
                .contains(empty.toString(), "no training batch");
        String images =
                "data={\"type\": \"image-folder\", \"train\": [\"%s\"], \"test\": [\"%s\"]}".formatted(empty, empty);
        assertThat(train(SILU, "--set", images).mistake()).contains(empty.toString());
    }

    @Test
    void aTruncatedBatch() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        byte[] batch = Files.readAllBytes(HOME.resolve("sample-data/data_batch_1.bin"));
        Files.write(data.resolve("data_batch_1.bin"), Arrays.copyOf(batch, 10 * 3073 + 1000));
        Files.copy(HOME.resolve("sample-data/test_batch.bin"), data.resolve("test_batch.bin"));
        assertThat(train(SILU, "--set", "data.path=" + data).mistake())
                .contains(data.resolve("data_batch_1.bin").toString(), "record 10 is cut short", "truncated");
    }

    @Test
    void anArchiveWithSomethingElseInIt() throws IOException {
        Path archive = folder.resolve("images.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : new String[] {"train/cat/a.png", "train/dog/labels.csv"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("no image".getBytes(StandardCharsets.UTF_8));
            }
        }
        String images = "data={\"type\": \"image-folder\", \"train\": [\"%s\"], \"test\": [\"%s\"]}"
                .formatted(archive, archive);
        assertThat(train(SILU, "--set", images).mistake()).contains(archive.toString(), "labels.csv");
    }

    @Test
    void aRunsFolderThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(Terminal.type("train", SILU, "--runs", file.resolve("runs").toString())
                        .mistake())
                .contains(file.resolve("runs") + ": the runs folder cannot be written", "--runs");
        assertThat(file).isEmptyFile();
    }

    @Test
    void aGpuThatIsNotThere() {
        String line = train(SILU, "--set", "runtime.device=gpu:99").mistake();
        assertThat(line).contains("$.runtime.device \"gpu:99\"", "GPU");
        assumeTrue(line.contains("sees no GPU"), "this machine has a GPU");
        assertThat(train(SILU, "--set", "runtime.device=gpu:0").mistake()).contains("PyTorch sees no GPU here");
    }

    @ParameterizedTest
    @CsvSource({"show, nope", "stop, nope"})
    void anUnknownRun(String command, String run) {
        assertThat(Terminal.type(command, run, "--runs", folder.resolve("runs").toString())
                        .mistake())
                .contains("no run is called \"nope\"", "see the names with: smoothbench list");
    }

    @Test
    void anUnknownOptionOrCommandWithAGuess() {
        assertThat(train(SILU, "--sett", "a=b").mistake()).contains("--sett", "see: smoothbench train --help");
        assertThat(Terminal.type("trai", SILU).mistake())
                .contains("trai", "did you mean \"train\"?", "see: smoothbench --help");
        assertThat(Terminal.type("frobnicate").mistake()).contains("frobnicate").doesNotContain("did you mean");
        assertThat(Terminal.type("train").mistake()).contains("SPEC", "see: smoothbench train --help");
    }

    @Test
    void aPresetThatCannotBe() {
        assertThat(train("--preset", "table1-boht-sample").mistake())
                .contains("no preset is called", "did you mean \"table1-both-sample\"?");
        assertThat(train("--preset", "table1").mistake())
                .contains("\"table1\" is a study of 18 experiments; give one of table1-neither, ");
        assertThat(train("--preset", "cifar10-resnet18-silu-small").mistake())
                .contains("cifar10-resnet18-silu-small needs CIFAR-10", "--data FOLDER");
        assertThat(train("--preset", "table1-both-sample", "--set", "training.epochs=0")
                        .mistake())
                .contains("preset table1-both-sample $.training.epochs: expected a whole number from 1");
        assertThat(train(SILU, "--preset", "table1-both-sample").mistake())
                .contains("give SPEC or --preset, not both", "see: smoothbench train --help");
        assertThat(train(SILU, "--data", folder.toString()).mistake()).contains("--data is for presets");
    }

    @Test
    void aFolderTheSampleSetCannotBeWrittenTo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(Terminal.type("sample-data", "--out", file.toString()).mistake())
                .contains(file.toString());
    }

    @Test
    void verboseShowsWhatHappenedBehindIt() {
        Terminal terminal =
                Terminal.type("--verbose", "train", folder.resolve("none.json").toString());
        assertThat(terminal.exitCode()).isEqualTo(2);
        assertThat(terminal.err()).contains("NoSuchFileException", "\tat ").contains("smoothbench: ");
    }

    private Terminal train(String... arguments) {
        String[] whole = Arrays.copyOf(
                new String[] {"train", "--runs", folder.resolve("runs").toString()}, 3 + arguments.length);
        System.arraycopy(arguments, 0, whole, 3, arguments.length);
        return Terminal.type(whole);
    }
}
