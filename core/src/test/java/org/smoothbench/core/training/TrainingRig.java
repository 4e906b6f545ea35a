package org.smoothbench.core.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.ResNetSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;

/** Training of a small network on a set that is easy and robust: bright images against dark ones. */
final class TrainingRig {

    private final Path folder;

    /** Runs lie in a folder of their own each, by name. */
    TrainingRig(Path folder) {
        this.folder = folder;
    }

    /** Remembers what it hears. */
    static class Recording implements TrainingObserver {

        final List<Measurement> measurements = new ArrayList<>();
        final List<String> notices = new ArrayList<>();
        Progress progress = Progress.NONE;
        boolean evaluating;
        boolean smoothing;

        @Override
        public void measured(Measurement measurement) {
            measurements.add(measurement);
        }

        @Override
        public void progressed(Progress now, String activity) {
            progress = now;
            evaluating = activity.equals("evaluating");
            smoothing = activity.equals("measuring smoothness");
        }

        @Override
        public void noticed(String type, String message) {
            notices.add(type + ": " + message);
        }

        @Override
        public void saved(Path checkpoint, CheckpointInfo.Position position) {}

        /** The mean losses of all lines: four an epoch, one for each step. */
        List<Double> losses() {
            return measurements.stream()
                    .map(m -> m.value(Metric.TRAIN_LOSS).orElseThrow())
                    .toList();
        }

        /** What a line says, apart from times. */
        List<String> lines() {
            return measurements.stream()
                    .map(m -> m.step() + " " + m.epoch() + " " + timeless(m))
                    .toList();
        }

        private static final Set<Metric> TIMES =
                EnumSet.of(Metric.IMAGES_PER_SECOND, Metric.TEST_SECONDS, Metric.SMOOTHNESS_SECONDS);

        private static List<String> timeless(Measurement m) {
            List<String> values = new ArrayList<>();
            for (Metric metric : Metric.values()) {
                if (!TIMES.contains(metric)) {
                    m.value(metric).ifPresent(value -> values.add(metric.key() + "=" + value));
                }
            }
            return values;
        }
    }

    static ImageSet brightAndDark(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * 8 * 8 * 3];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            for (int p = 0; p < 8 * 8 * 3; p++) {
                pixels[i * 8 * 8 * 3 + p] = (byte) (labels[i] * 120 + random.nextInt(100));
            }
        }
        return new ImageSet(pixels, labels, 8, 8, 3);
    }

    /** 64 images to train on, that is four steps of 16, and 40 to test. */
    static Dataset data() {
        return new Dataset(brightAndDark(64, 1), brightAndDark(40, 2), List.of("dark", "bright"));
    }

    static ModelSpec network(Activation activation) {
        return new ResNetSpec(8, 8, activation);
    }

    static Experiment experiment(TrainingSpec training, Activation activation) {
        return new Experiment(
                Experiment.SCHEMA,
                "test",
                new DataSpec.Cifar10Binary("none"),
                network(activation),
                training,
                new EvaluationSpec(1, 0, 16, new PgdSpec(8, 2, 5, true)),
                new RuntimeSpec("cpu", 1, 3));
    }

    Checkpoints checkpoints(String name) {
        return new Checkpoints(new RunDirectory(folder.resolve(name)));
    }

    /** Trains from the last checkpoint of this name, or from the beginning. */
    TrainingEnd train(String name, Experiment experiment, Recording record, BooleanSupplier stop) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Checkpoints checkpoints = checkpoints(name);
        try (TorchEngine engine = TorchEngine.open(experiment.runtime());
                TrainingLoop loop = new TrainingLoop(engine, experiment, data(), checkpoints, record)) {
            var checkpoint = checkpoints.info("last");
            if (checkpoint.isPresent()) {
                loop.resume(checkpoint.get());
            }
            return loop.run(stop);
        }
    }
}
