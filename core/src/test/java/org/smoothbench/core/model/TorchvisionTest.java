package org.smoothbench.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.EfficientNetSpec;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.RuntimeSpec;

/** Networks against torchvision's: names, shapes, logits and gradients. The scripts beside the resources made them. */
class TorchvisionTest {

    private static final String FOLDER = "/networks/";
    private static final ImageShape IMAGENET = new ImageShape(3, 224, 224);

    private static ModelSpec spec(String name) {
        if (name.startsWith("efficientnet_")) {
            EfficientNetSpec.Scaling variant = EfficientNetSpec.Scaling.valueOf(
                    name.substring("efficientnet_".length()).toUpperCase(Locale.ROOT));
            // Batch normalisation alone differs between modes, as in the reference.
            return new EfficientNetSpec(variant, 0, 1, 0.1, 1e-5, new Silu(), new InputNormalization.None());
        }
        return switch (name) {
            case "basic" -> residual(18, List.of(1, 2, 1, 1), 1, 64, new Silu());
            case "resnext" -> residual(50, List.of(1, 2, 1, 1), 32, 4, new Silu());
            case "resnext50_32x4d" -> residual(50, List.of(), 32, 4, new Relu());
            case "resnext50_32x8d" -> residual(50, List.of(), 32, 8, new Relu());
            case "resnext101_32x8d" -> residual(101, List.of(), 32, 8, new Relu());
            case "resnext152_32x8d" -> residual(152, List.of(), 32, 8, new Relu());
            case "wide_resnet50_2" -> residual(50, List.of(), 1, 128, new Relu());
            default -> residual(Integer.parseInt(name.substring("resnet".length())), List.of(), 1, 64, new Relu());
        };
    }

    private static ResNetSpec residual(
            int depth, List<Integer> blocks, int groups, int groupWidth, Activation activation) {
        return new ResNetSpec(
                depth,
                blocks,
                64,
                groups,
                groupWidth,
                ResNetSpec.Block.AUTO,
                ResNetSpec.Stem.IMAGENET,
                false,
                activation,
                new InputNormalization.None());
    }

    private static String arrays(Architecture architecture) {
        return architecture.shapes().entrySet().stream()
                .map(array -> array.getKey() + " "
                        + Arrays.stream(array.getValue().getShape())
                                .mapToObj(Long::toString)
                                .collect(Collectors.joining(", ", "(", ")\n")))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvFileSource(resources = FOLDER + "torchvision.csv")
    void namesAndShapesAreTorchvisions(String name, long parameters, int count, String sha256)
            throws NoSuchAlgorithmException {
        Architecture architecture = Architecture.of(spec(name), IMAGENET, 1000);
        assertThat(architecture.parameterCount()).isEqualTo(parameters);
        assertThat(architecture.shapes()).hasSize(count);
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(arrays(architecture).getBytes(UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(sha256);
    }

    /** The same as by hash, in a form that shows what differs. */
    @ParameterizedTest
    @ValueSource(strings = {"resnext50_32x4d", "efficientnet_b0"})
    void everyLineOfTheStateIsTorchvisions(String name) throws IOException {
        assertThat(arrays(Architecture.of(spec(name), IMAGENET, 1000)).lines())
                .containsExactlyElementsOf(resource(name + ".txt"));
    }

    private static List<String> resource(String name) throws IOException {
        try (InputStream in = TorchvisionTest.class.getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "basic, INFERENCE", "basic, TRAINING",
        "resnext, INFERENCE", "resnext, TRAINING",
        "efficientnet_b0, INFERENCE", "efficientnet_b0, TRAINING"
    })
    void logitsAndGradientsAreTorchvisions(String name, Mode mode) throws IOException {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 2, 0));
                Network network = Network.create(engine, spec(name), new ImageShape(3, 64, 64), 20, 0);
                NDManager scratch = engine.manager().newSubManager()) {
            network.state().load(weights(scratch, network.state()));
            // Through a transposed view, so that the images lie channels-last as in training.
            NDArray x = scratch.create(hashed("images", 3 * 3 * 64 * 64), new Shape(3, 3, 64, 64))
                    .transpose(0, 2, 3, 1)
                    .duplicate()
                    .transpose(0, 3, 1, 2)
                    .stopGradient();
            x.setRequiresGradient(true);
            NDArray logits;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                logits = network.forward(x, new Pass(mode, new BackwardDerivative.Own()));
                collector.backward(
                        logits.mul(scratch.create(scores(), new Shape(1, 20))).sum());
            }
            String key = name + "," + mode.name().toLowerCase(Locale.ROOT) + ",";
            assertReference(key + "logits,", logits.toFloatArray());
            assertReference(key + "gradient,", x.getGradient().toFloatArray());
        }
    }

    private static float[] scores() {
        float[] scores = new float[20];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i % 7 - 3;
        }
        return scores;
    }

    /** The tolerance leaves room for another order of summation, through up to 80 convolutions in single precision. */
    private static void assertReference(String prefix, float[] found) throws IOException {
        List<String[]> lines = new ArrayList<>();
        for (String line : resource("torchvision_outputs.csv")) {
            if (line.startsWith(prefix)) {
                lines.add(line.substring(prefix.length()).split(",", -1));
            }
        }
        double largest = lines.stream()
                .mapToDouble(line -> Math.abs(Double.parseDouble(line[1])))
                .max()
                .orElseThrow();
        assertThat(lines).hasSizeGreaterThan(8);
        for (String[] line : lines) {
            assertThat((double) found[Integer.parseInt(line[0])])
                    .as("%s%s", prefix, line[0])
                    .isCloseTo(Double.parseDouble(line[1]), within(1e-3 * largest));
        }
    }

    private static Map<String, NDArray> weights(NDManager scratch, StateDict state) {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        state.all().forEach((name, array) -> {
            float[] values = hashed(name, Math.toIntExact(array.size()));
            Shape shape = array.getShape();
            boolean scale = name.endsWith("running_var") || (shape.dimension() == 1 && name.endsWith("weight"));
            double fanIn = shape.dimension() == 1 ? 0 : (double) array.size() / shape.get(0);
            for (int i = 0; i < values.length; i++) {
                double u = values[i];
                values[i] =
                        (float) (scale ? 0.5 + u : fanIn == 0 ? 0.2 * (u - 0.5) : (2 * u - 1) * Math.sqrt(6 / fanIn));
            }
            weights.put(name, scratch.create(values, shape));
        });
        return weights;
    }

    /** Numbers in [0, 1) that follow from a name: the finalizer of MurmurHash3. */
    private static float[] hashed(String name, int count) {
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(UTF_8));
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            int h = i * 0x9E3779B1 + (int) checksum.getValue();
            h = (h ^ (h >>> 16)) * 0x85EBCA6B;
            h = (h ^ (h >>> 13)) * 0xC2B2AE35;
            h ^= h >>> 16;
            values[i] = (float) (Integer.toUnsignedLong(h) / 0x1p32);
        }
        return values;
    }
}
