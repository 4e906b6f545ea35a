package org.smoothbench.core.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.data.Cifar10Layout;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.problem.ProblemException;

/** Models in TorchScript files against what PyTorch says of them; the script beside the files made both. */
class TorchScriptModelTest {

    private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
    private static final InputNormalization NONE = new InputNormalization.None();
    private static final InputNormalization GIVEN =
            new InputNormalization.Channels(List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25));

    private final TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
    private final NDManager manager = engine.manager();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = TorchScriptModelTest.class.getResourceAsStream("/torchscript/" + name)) {
            Files.copy(Objects.requireNonNull(in, name), file);
        }
        return file;
    }

    private TorchScriptModel open(String name, InputNormalization normalization) throws IOException {
        return TorchScriptModel.open(engine, resource(name), SHAPE, normalization);
    }

    private static byte[] samples() throws IOException {
        return Files.readAllBytes(
                Path.of(System.getProperty("smoothbench.home", "."), "sample-data", Cifar10Layout.TEST_FILE));
    }

    /** Images of the sample set, channels-last in memory as in evaluation. */
    private static NDArray images(byte[] samples, int first, int count, NDManager owner) {
        int size = Cifar10Layout.RECORD_BYTES - 1;
        float[] values = new float[count * size];
        for (int i = 0; i < values.length; i++) {
            int place = (first + i / size) * Cifar10Layout.RECORD_BYTES + 1 + i % size;
            values[i] = (samples[place] & 0xFF) / 255f;
        }
        return owner.create(values, new Shape(count, 3, 32, 32))
                .transpose(0, 2, 3, 1)
                .duplicate()
                .transpose(0, 3, 1, 2)
                .stopGradient();
    }

    private static NDArray oneHot(byte[] samples, int count, NDManager owner) {
        float[] rows = new float[count * 10];
        for (int i = 0; i < count; i++) {
            rows[i * 10 + samples[i * Cifar10Layout.RECORD_BYTES]] = 1;
        }
        return owner.create(rows, new Shape(count, 10));
    }

    private static void assertReference(String kind, float[] found) throws IOException {
        try (InputStream in = TorchScriptModelTest.class.getResourceAsStream("/torchscript/outputs.csv")) {
            List<String[]> lines = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(line -> line[0].equals(kind))
                    .toList();
            assertThat(lines).isNotEmpty();
            double largest = lines.stream()
                    .mapToDouble(line -> Math.abs(Double.parseDouble(line[2])))
                    .max()
                    .orElseThrow();
            for (String[] line : lines) {
                // Another version of PyTorch sums in another order, in single precision.
                assertThat((double) found[Integer.parseInt(line[1])])
                        .as("%s,%s", kind, line[1])
                        .isCloseTo(Double.parseDouble(line[2]), within(2e-5 * largest));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scripted.pt, true",
        "scripted_in_training.pt, true",
        "traced_normalized.pt, false",
        "frozen_normalized.pt, false"
    })
    void logitsAndGradientsArePyTorchs(String name, boolean given) throws IOException {
        byte[] samples = samples();
        try (TorchScriptModel model = open(name, given ? GIVEN : NONE)) {
            assertThat(model.classes()).isEqualTo(10);
            assertThat(model.randomized()).isFalse();
            assertThat(model.givesProbabilities()).isFalse();
            float[] earlier = {};
            // TorchScript's optimizer would change bits after a few calls.
            for (int call = 0; call < 5; call++) {
                try (NDManager scratch = manager.newSubManager()) {
                    NDArray x = images(samples, 0, 4, scratch);
                    NDArray classes = oneHot(samples, 4, scratch);
                    x.setRequiresGradient(true);
                    float[] logits;
                    try (GradientCollector collector =
                            Engine.getEngine("PyTorch").newGradientCollector()) {
                        NDArray outputs = model.logits(x);
                        logits = outputs.toFloatArray();
                        collector.backward(
                                outputs.logSoftmax(1).mul(classes).sum().neg());
                    }
                    float[] gradient = x.getGradient().toFloatArray();
                    assertReference("logits", logits);
                    assertReference("gradient", gradient);
                    if (call > 0) {
                        assertThat(gradient).containsExactly(earlier);
                    }
                    earlier = gradient;
                }
            }
        }
    }

    @Test
    void cleanAccuracyOnTheSampleSetIsPyTorchs() throws IOException {
        byte[] samples = samples();
        int correct = 0;
        int before = manager.getManagedArrays().size();
        try (TorchScriptModel model = open("traced_normalized.pt", NONE)) {
            int alive = manager.getManagedArrays().size();
            for (int first = 0; first < 500; first += 100) {
                try (NDManager scratch = manager.newSubManager()) {
                    long[] predicted = model.logits(images(samples, first, 100, scratch))
                            .argMax(1)
                            .toLongArray();
                    for (int i = 0; i < 100; i++) {
                        correct += predicted[i] == samples[(first + i) * Cifar10Layout.RECORD_BYTES] ? 1 : 0;
                    }
                }
            }
            assertThat(manager.getManagedArrays().size()).isEqualTo(alive);
        }
        assertThat(manager.getManagedArrays().size()).isEqualTo(before);
        assertReference("correct", new float[] {correct});
    }

    @Test
    void weightsSavedChannelsLastGiveTheGradientOfPyTorch() throws IOException {
        byte[] samples = samples();
        try (TorchScriptModel model = open("channels_last.pt", NONE)) {
            NDArray x = images(samples, 0, 4, manager);
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                collector.backward(model.logits(x).square().sum());
            }
            assertReference("narrow", x.getGradient().toFloatArray());
        }
    }

    @ParameterizedTest
    @CsvSource({"noisy.pt, true, false", "dropping_by_design.pt, true, false", "probabilities.pt, false, true"})
    void whatIsOddIsTold(String name, boolean randomized, boolean probabilities) throws IOException {
        try (TorchScriptModel model = open(name, NONE)) {
            assertThat(model.classes()).isEqualTo(3);
            assertThat(model.randomized()).isEqualTo(randomized);
            assertThat(model.givesProbabilities()).isEqualTo(probabilities);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "traced_in_training.pt | traced in training mode | model.eval() before torch.jit.trace",
                "traced_with_dropout.pt | dropout is always on | model.eval() before torch.jit.trace",
                "weights.pt | holds weights alone | torch.jit.trace(",
                "weights_old.pt | holds weights alone | torch.jit.trace(",
                "tuple.pt | gives a tuple | returns the logits alone",
                "dictionary.pt | gives a dictionary | returns the logits alone",
                "flat.pt | a tensor of (9) for 3 images | returns the logits alone",
                "segmenting.pt | a tensor of (3, 8, 8, 8) | returns the logits alone",
                "fixed_batch.pt | not batches of 3 | any number of images",
                "two_inputs.pt | missing value for argument 'y' | one float32 tensor",
                "one_class.pt | has a single output | 2 classes or more",
                "double.pt | not float32: [float64] | model.float()",
                "half.pt | not float32: [float16] | model.float()",
                "gpu.pt | works on a GPU alone | model.cpu()",
                "detached.pt | has no gradient | detach",
                "digits.pt | not take images of 3x32x32 but, for instance, of 1x28x28 | it was trained on",
                "unknown_operation.pt | aten::no_such_operation | without this operation"
            })
    void aModelThatCannotBeAttackedIsRefusedInOneLine(String name, String what, String remedy) throws IOException {
        assertRefused(resource(name), what, remedy);
    }

    private void assertRefused(Path file, String what, String remedy) {
        int before = manager.getManagedArrays().size();
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> TorchScriptModel.open(engine, file, SHAPE, NONE).close());
        assertThat(refused).isNotNull();
        assertThat(refused.problem().exitCode()).isEqualTo(2);
        assertThat(refused.problem().where()).isEqualTo(file.toString());
        assertThat(refused.problem().what()).contains(what).doesNotContain("\n").hasSizeLessThan(350);
        assertThat(refused.problem().remedy()).contains(remedy);
        assertThat(manager.getManagedArrays().size()).isEqualTo(before);
    }

    @Test
    void whatIsNoTorchScriptIsNotGivenToTheEngine() throws IOException {
        assertRefused(folder.resolve("none.pt"), "no such file", "path");
        assertRefused(folder, "is a folder", "path");
        assertRefused(Files.writeString(folder.resolve("a.pt"), "text"), "is no TorchScript file", "torch.jit.trace(");
        assertRefused(Files.write(folder.resolve("b.pt"), new byte[0]), "is no TorchScript file", "torch.jit.trace(");
        ByteBuffer safetensors = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        safetensors.putLong(2).put((byte) '{').put((byte) '}');
        assertRefused(
                Files.write(folder.resolve("c.pt"), safetensors.array()), "holds weights alone", "torch.jit.trace(");
        Path zip = folder.resolve("d.pt");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("letter.txt"));
        }
        assertRefused(zip, "a zip without a TorchScript model", "torch.jit.trace(");
    }

    @Test
    void aDamagedFileIsNotGivenToTheEngine() throws IOException {
        byte[] good = Files.readAllBytes(resource("scripted.pt"));
        Path file = folder.resolve("damaged.pt");
        for (int length : new int[] {10, 1000, good.length / 2, good.length - 10}) {
            assertRefused(Files.write(file, Arrays.copyOf(good, length)), "is damaged", "get the file again");
        }
        // A weight, which PyTorch would take as it is.
        byte[] flipped = good.clone();
        int place = new String(good, ISO_8859_1).indexOf("model/data/0") + 40;
        flipped[place] ^= 1;
        assertRefused(Files.write(file, flipped), "has another checksum", "get the file again");
    }
}
