package org.smoothbench.core.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.data.SampleExtract;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.training.Checkpoints;
import org.smoothbench.core.training.WeightFile;

/** Runs whose networks nobody trained: their weights are what a test says, so that it knows what attacks must find. */
public final class ProbeRuns {

    /** The values of an image of the sample set. */
    public static final int PIXELS = 3 * 32 * 32;

    /** The classes of the sample set. */
    public static final int CLASSES = 10;

    private final Path root;
    private final RunLibrary library;

    /** Runs in a folder. */
    public ProbeRuns(Path root) {
        this.root = root;
        library = new RunLibrary(root, Clock.systemUTC());
    }

    /** The folder with all of them. */
    public RunLibrary library() {
        return library;
    }

    /** A run without a checkpoint. */
    public RunDirectory untrained(String model, Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "model",
                model,
                "data.path",
                SampleExtract.write(root.resolve("images")).toString(),
                "evaluation.examples",
                "20",
                "runtime.threads",
                "1",
                "runtime.device",
                "cpu"));
        all.putAll(changes);
        Experiment experiment =
                new ExperimentFile().read(SampleExperiments.installed().demo().getLast(), all);
        return library.create(experiment);
    }

    /** A linear classifier of plain pixels; weights class after class, pixels channel after channel. */
    public RunDirectory linear(float[] weights, float... biases) {
        RunDirectory run =
                untrained("{\"type\": \"mlp\", \"hidden\": [], \"normalization\": {\"type\": \"none\"}}", Map.of());
        write(run, weights, biases);
        return run;
    }

    /** A linear classifier of random weights. */
    public RunDirectory randomLinear(long seed) {
        return linear(random(seed), new float[CLASSES]);
    }

    /** Gives a linear classifier other random weights, as training that goes on does. */
    public void replace(RunDirectory run, long seed) {
        write(run, random(seed), new float[CLASSES]);
    }

    /** Random weights of a linear classifier. */
    public static float[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] weights = new float[CLASSES * PIXELS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextDouble(-0.02, 0.02);
        }
        return weights;
    }

    private void write(RunDirectory run, float[] weights, float... biases) {
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", 1, 0))) {
            NDManager manager = engine.manager();
            NDArray weight = manager.create(weights, new Shape(biases.length, weights.length / biases.length));
            weight.setName("fc1.weight");
            NDArray bias = manager.create(biases);
            bias.setName("fc1.bias");
            save(run, engine, List.of(weight, bias));
        }
    }

    private void save(RunDirectory run, TorchEngine engine, List<NDArray> arrays) {
        Path file = root.resolve("weights.safetensors");
        Experiment experiment = new ExperimentFile().read(run.experiment());
        try (Dataset data = Datasets.open(experiment.data(), experiment.split())) {
            ArrayFile.write(file, arrays, ArrayFile.Format.SAFETENSORS);
            try (WeightFile.Loaded loaded = WeightFile.read(engine, experiment, data, file)) {
                loaded.save(new Checkpoints(run));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
