package org.smoothbench.app.fake;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.training.Checkpoints;
import org.smoothbench.core.training.WeightFile;

/**
 * Finished runs on the sample images whose network is a linear classifier that nearly always sees one class, by so little
 * that an attack of 32/255 changes its mind and one of 1/255 does not.
 */
public final class LinearRuns {

    private static final int PIXELS = 3 * 32 * 32;
    private static final int GREY_SIDE = 28;
    private static final int GREY_IMAGES = 20;
    private static final int CLASSES = 10;
    private static final String LINEAR = "{\"type\": \"mlp\", \"hidden\": [], \"normalization\": {\"type\": \"none\"}}";

    private final Path root;
    private final RunLibrary library;

    public LinearRuns(Path root) {
        this.root = root;
        library = new RunLibrary(root, Clock.systemUTC());
    }

    /** A run without a checkpoint. */
    public RunDirectory untrained(String name) throws IOException {
        return untrained(name, Map.of());
    }

    private RunDirectory untrained(String name, Map<String, String> more) throws IOException {
        Map<String, String> changes =
                new HashMap<>(Map.of("model", LINEAR, "name", name, "runtime.device", "cpu", "runtime.threads", "1"));
        changes.putAll(more);
        Experiment experiment =
                new ExperimentFile().read(SampleExperiments.installed().demo().getLast(), changes);
        RunDirectory run = library.create(experiment);
        long now = System.currentTimeMillis();
        WholeFile.replace(
                run.status(),
                new Gson()
                        .toJson(new RunStatus(
                                RunState.FINISHED,
                                FakeRuns.DEAD,
                                now,
                                now,
                                now,
                                now,
                                new Progress(1, 1, 1, 1, 1, 0),
                                "CPU (1 thread)",
                                "done")));
        return run;
    }

    /** A run that sees a class, with small random weights. */
    public RunDirectory seeing(int seenClass, String name, long seed) throws IOException {
        return trained(untrained(name), PIXELS, seenClass, seed);
    }

    /** The same on a copy of the sample images in a folder, which is made. */
    public RunDirectory onCopy(Path folder, int seenClass, String name, long seed) throws IOException {
        Files.createDirectories(folder);
        for (String file : List.of("data_batch_1.bin", "test_batch.bin")) {
            Files.copy(Path.of(System.getProperty("smoothbench.home", "."), "sample-data", file), folder.resolve(file));
        }
        return trained(untrained(name, Map.of("data.path", folder.toString())), PIXELS, seenClass, seed);
    }

    /** A run on a few grey images of 28 x 28 pixels in a folder, which is made. */
    public RunDirectory onGreyImages(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        for (String part : List.of("train", "t10k")) {
            ByteBuffer images = ByteBuffer.allocate(16 + GREY_IMAGES * GREY_SIDE * GREY_SIDE)
                    .putInt(0x803)
                    .putInt(GREY_IMAGES)
                    .putInt(GREY_SIDE)
                    .putInt(GREY_SIDE);
            Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
            ByteBuffer labels =
                    ByteBuffer.allocate(8 + GREY_IMAGES).putInt(0x801).putInt(GREY_IMAGES);
            for (int i = 0; i < GREY_IMAGES; i++) {
                labels.put((byte) (i % CLASSES));
            }
            Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
        }
        String data = "{\"type\": \"idx\", \"path\": \"" + folder + "\"}";
        return trained(untrained(name, Map.of("data", data)), GREY_SIDE * GREY_SIDE, 0, 1);
    }

    private RunDirectory trained(RunDirectory run, int pixels, int seenClass, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        float[] weights = new float[CLASSES * pixels];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextDouble(-0.002, 0.002);
        }
        float[] biases = new float[CLASSES];
        biases[seenClass] = 0.2f;
        Experiment experiment = new ExperimentFile().read(run.experiment());
        Path file = root.resolve("weights.safetensors");
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0));
                Dataset data = Datasets.open(experiment.data(), experiment.split())) {
            NDManager manager = engine.manager();
            NDArray weight = manager.create(weights, new Shape(CLASSES, pixels));
            weight.setName("fc1.weight");
            NDArray bias = manager.create(biases);
            bias.setName("fc1.bias");
            ArrayFile.write(file, List.of(weight, bias), ArrayFile.Format.SAFETENSORS);
            try (WeightFile.Loaded loaded = WeightFile.read(engine, experiment, data, file)) {
                loaded.save(new Checkpoints(run));
            }
        }
        return run;
    }

    /** The class of a test image of the sample set. */
    public static int label(int index) {
        Experiment sample =
                new ExperimentFile().read(SampleExperiments.installed().demo().getLast(), Map.of());
        try (Dataset data = Datasets.open(sample.data(), sample.split())) {
            return data.test().label(index);
        }
    }
}
