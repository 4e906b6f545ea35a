package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.core.data.SampleExtract;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.WeightMismatch;
import org.smoothbench.core.model.WeightMismatchException;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.Checkpoints;

/** Weights out of runs and into runs. Files are taken apart here by the published format of safetensors. */
final class WeightTransferTest {

    private static final WeightExport BEST = new WeightExport("best", false, ArrayFile.Format.SAFETENSORS);

    @TempDir
    Path folder;

    private RunLibrary library;

    @BeforeEach
    void emptyLibrary() {
        library = new RunLibrary(folder.resolve("runs"), Clock.systemUTC());
    }

    /** An experiment on the sample images whose network has 8 channels. */
    private Experiment experiment(String... changes) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "data.path", SampleExtract.write(folder.resolve("images")).toString()));
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return SampleRuns.experiment(all);
    }

    /** A file with a trained network's weights. */
    private Path trained() {
        RunDirectory run = new SampleRuns(folder).create(Map.of("training.averaging", "ema"));
        var _ = new Worker(new WorkerTest.Spectator()).work(run);
        Path file = folder.resolve("trained.safetensors");
        BEST.write(run, file);
        return file;
    }

    @ParameterizedTest
    @EnumSource
    void weightsComeBackBitForBit(ArrayFile.Format format) throws IOException {
        Path file = trained();
        RunDirectory imported = new WeightImport(library).run(experiment(), file);
        Path out = folder.resolve("again." + format.suffix());
        new WeightExport("last", false, format).write(imported, out);
        RunDirectory twice = new WeightImport(library).run(experiment(), out);
        Path last = folder.resolve("last.safetensors");
        BEST.write(twice, last);
        assertThat(arrays(last)).isNotEmpty().isEqualTo(arrays(file));
        assertThat(arrays(file)).containsKeys("conv1.weight shape [8,3,3,3]", "fc.bias shape [10]");
    }

    @Test
    void anImportIsAFinishedRunWithoutFigures() throws IOException {
        Path file = trained();
        RunDirectory run = new WeightImport(library).run(experiment().withName("elsewhere"), file);
        assertThat(run.id()).endsWith("-elsewhere-s0");
        assertThat(SampleRuns.status(run).state()).isEqualTo(RunState.FINISHED);
        assertThat(SampleRuns.status(run).message()).isEqualTo("imported from " + file);
        Checkpoints checkpoints = new Checkpoints(run);
        CheckpointInfo best = checkpoints.info("best").orElseThrow();
        assertThat(checkpoints.info("last")).contains(best);
        assertThat(best.position().robustAccuracy()).as("not measured").isNegative();
        assertThat(checkpoints.weights(best, false)).get().asString().endsWith("model.safetensors");
        assertThat(Files.readString(run.events())).contains("imported from");
    }

    @Test
    void averagedWeightsAreOthersThanTheTrainedOnes() throws IOException {
        Path file = trained();
        RunDirectory run = new RunLibrary(folder, Clock.systemUTC()).list().getFirst();
        Path averaged = folder.resolve("averaged.safetensors");
        new WeightExport("best", true, ArrayFile.Format.SAFETENSORS).write(run, averaged);
        assertThat(arrays(averaged).keySet()).isEqualTo(arrays(file).keySet());
        assertThat(arrays(averaged)).isNotEqualTo(arrays(file));
        RunDirectory plain = new WeightImport(library).run(experiment(), file);
        assertThatThrownBy(() ->
                        new WeightExport("best", true, ArrayFile.Format.NPZ).write(plain, folder.resolve("none.npz")))
                .hasMessageContaining("weights were not averaged in this run");
        assertThat(folder.resolve("none.npz")).doesNotExist();
    }

    @Test
    void whatCannotBeExported() throws IOException {
        RunDirectory fresh = new SampleRuns(folder).create(Map.of());
        Path out = folder.resolve("x.safetensors");
        assertThatThrownBy(() -> BEST.write(fresh, out)).hasMessageContaining("there is no best checkpoint yet");
        assertThatThrownBy(() -> BEST.write(fresh, Files.createFile(folder.resolve("y"))))
                .hasMessageContaining("exists already");
        assertThatThrownBy(() -> BEST.write(fresh, folder.resolve("none/x.npz")))
                .hasMessageContaining("no such folder");
        RunDirectory damaged = new WeightImport(library).run(experiment(), trained());
        Path model = damaged.checkpoints().resolve("step-00000000/model.safetensors");
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length - 1] ^= 1;
        Files.write(model, bytes);
        assertThatThrownBy(() -> BEST.write(damaged, out)).hasMessageContaining("SHA-256");
        assertThat(out).doesNotExist();
    }

    @Test
    void everyMisfitIsNamedAndNothingIsWritten() {
        Path file = trained();
        assertThatThrownBy(() -> new WeightImport(library).run(experiment("model.width", "16"), file))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isInstanceOf(Problem.Data.class);
                    assertThat(e.problem().what()).endsWith(" arrays do not fit ResNet-8, width 16");
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    WeightMismatchException.class,
                                    misfit -> assertThat(misfit.mismatches())
                                            .contains(
                                                    new WeightMismatch("conv1.weight", "(16, 3, 3, 3)", "(8, 3, 3, 3)"))
                                            .hasSizeGreaterThan(20));
                });
        assertThat(library.root()).doesNotExist();
    }

    @Test
    void anotherNumberOfClassesIsGuessed() throws IOException {
        Path file = trained();
        for (String name : List.of("train/a/1.png", "train/b/2.png", "test/a/3.png", "test/b/4.png")) {
            Path image = folder.resolve("two").resolve(name);
            Files.createDirectories(image.getParent());
            ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        }
        DataSpec twoClasses = new DataSpec.ImageFolder(
                List.of(folder.resolve("two/train").toString()),
                List.of(folder.resolve("two/test").toString()));
        assertThatThrownBy(() -> new WeightImport(library).run(experiment().withData(twoClasses), file))
                .hasMessage(
                        file + ": 2 arrays do not fit ResNet-8, width 8; the weights seem to be for another number of"
                                + " classes; give the data they were trained on");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "dtype":"F32"        | "dtype":"BF16"   | is of type BF16; save it as float32
        "data_offsets":[0,   | "data_offsets":[4, | shape and place of array
        "data_offsets":[0,   | "data_offsets":[-4, | shape and place of array
        "data_offsets":      | "offsets":       | the header does not say what array
        "shape":[8,3,3,3]    | "shape":[8,3,3,-3] | shape and place of array conv1.weight
        "shape":[8,3,3,3]    | "shape":[8,3,3,"x"] | neither safetensors nor NPZ
        """)
    void aHeaderThatLies(String from, String to, String told) throws IOException {
        Path file = safetensors("lie.safetensors", Files.readAllBytes(trained()), header -> {
            assertThat(header).contains(from);
            return header.replace(from, to);
        });
        assertThatThrownBy(() -> new WeightImport(library).run(experiment(), file))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Data.class))
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(told);
        assertThat(library.root()).doesNotExist();
    }

    @Test
    void aFileThatIsCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(trained());
        for (int length : new int[] {0, 7, 100, whole.length - 1}) {
            Path file = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new WeightImport(library).run(experiment(), file))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith(file + ": ");
        }
        assertThat(library.root()).doesNotExist();
    }

    /** The first bytes of what torch.save writes, with and without its zip. */
    @Test
    void picklesAreNotRun() throws IOException {
        Path old = Files.write(
                folder.resolve("old.pt"), new byte[] {(byte) 0x80, 2, (byte) 0x8a, 10, 0x6c, (byte) 0xfc, 0x61, 0, 0});
        Path zipped = folder.resolve("new.pth");
        try (var zip = new ZipOutputStream(Files.newOutputStream(zipped))) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(new byte[] {(byte) 0x80, 2});
            zip.closeEntry();
        }
        for (Path file : new Path[] {old, zipped}) {
            assertThatThrownBy(() -> new WeightImport(library).run(experiment(), file))
                    .hasMessageContaining("is a file of PyTorch's own")
                    .hasMessageContaining("numpy.savez");
        }
    }

    /** Headers as numpy.savez writes them for such arrays; DJL reads the first of them without a word, and wrongly. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        '>f4' | False | array bn1.bias is big-endian
        '<f4' | True  | array bn1.bias is in Fortran order
        'xO'  | False | array bn1.bias holds objects of Python's
        """)
    void numpyArraysThatAreStoredInAnotherWay(String type, String fortran, String told) throws IOException {
        String header = "{'descr': " + type.strip().replace('x', '|') + ", 'fortran_order': " + fortran
                + ", 'shape': (1,), }\n";
        ByteBuffer array = ByteBuffer.allocate(10 + header.length() + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1));
        Path file = folder.resolve("other.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bn1.bias.npy"));
            zip.write(array.array());
            zip.closeEntry();
        }
        assertThatThrownBy(() -> new WeightImport(library).run(experiment(), file))
                .hasMessageStartingWith(file + ": " + told);
    }

    private static String header(byte[] file) {
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return new String(file, 8, length, StandardCharsets.UTF_8);
    }

    private Path safetensors(String name, byte[] file, UnaryOperator<String> change) throws IOException {
        String header = header(file);
        byte[] changed = change.apply(header).getBytes(StandardCharsets.UTF_8);
        int data = 8 + header.getBytes(StandardCharsets.UTF_8).length;
        ByteBuffer bytes = ByteBuffer.allocate(8 + changed.length + file.length - data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(changed.length)
                .put(changed)
                .put(file, data, file.length - data);
        return Files.write(folder.resolve(name), bytes.array());
    }

    /** The bytes of each array, by name and shape. */
    private static Map<String, String> arrays(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String header = header(bytes);
        int data = 8 + header.getBytes(StandardCharsets.UTF_8).length;
        Map<String, String> arrays = new TreeMap<>();
        JsonParser.parseString(header).getAsJsonObject().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("__metadata__"))
                .forEach(entry -> {
                    var array = entry.getValue().getAsJsonObject();
                    var offsets = array.getAsJsonArray("data_offsets");
                    byte[] values = Arrays.copyOfRange(
                            bytes,
                            data + offsets.get(0).getAsInt(),
                            data + offsets.get(1).getAsInt());
                    arrays.put(entry.getKey() + " shape " + array.get("shape"), Arrays.toString(values));
                });
        return arrays;
    }
}
