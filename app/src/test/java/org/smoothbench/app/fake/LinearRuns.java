package org.smoothbench.app.fake;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
        Experiment experiment = new ExperimentFile()
                .read(
                        SampleExperiments.installed().demo().getLast(),
                        Map.of("model", LINEAR, "name", name, "runtime.device", "cpu", "runtime.threads", "1"));
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
        RunDirectory run = untrained(name);
        SplittableRandom random = new SplittableRandom(seed);
        float[] weights = new float[CLASSES * PIXELS];
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
            NDArray weight = manager.create(weights, new Shape(CLASSES, PIXELS));
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
