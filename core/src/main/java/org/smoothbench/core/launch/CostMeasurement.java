package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.Architecture;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Progress;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.Checkpoints;
import org.smoothbench.core.training.TrainingLoop;
import org.smoothbench.core.training.TrainingObserver;

/**
 * Trains for a few steps, in a folder that is removed again, to see what an experiment costs here. For a process of its
 * own: its peak memory is that of the process.
 */
public final class CostMeasurement {

    /** The first steps compile kernels and fill caches. */
    private static final int WARM_UP = 3;

    private static final int ENOUGH_STEPS = 30;
    private static final int FEWEST_STEPS = 5;
    private static final double ENOUGH_SECONDS = 10;
    private static final double MOST_SECONDS = 60;

    /** A gradient pass of an attack, in training passes. */
    private static final double GRADIENT_PASS = 0.67;

    private static final double FORWARD_PASS = 0.33;

    private CostMeasurement() {}

    /**
     * Measures. Takes some ten seconds, or as long as reading the images and two steps need.
     *
     * @throws org.smoothbench.core.problem.ProblemException if the experiment cannot begin
     */
    public static Cost measure(Experiment experiment) throws IOException {
        Path folder = Files.createTempDirectory("smoothbench-estimate");
        Thread remover = Thread.ofPlatform().unstarted(() -> remove(folder));
        Runtime.getRuntime().addShutdownHook(remover);
        try (Preparation prepared = Preparation.of(experiment)) {
            StepClock clock = new StepClock();
            try (TrainingLoop loop = new TrainingLoop(
                    prepared.engine(), experiment, prepared.data(), new Checkpoints(new RunDirectory(folder)), clock)) {
                clock.start();
                loop.run(clock::enough);
            }
            return cost(experiment, prepared, clock);
        } finally {
            remove(folder);
            removeQuietly(remover);
        }
    }

    private static void removeQuietly(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already, which is what the hook is for.
        }
    }

    private static Cost cost(Experiment experiment, Preparation prepared, StepClock clock) {
        Dataset data = prepared.data();
        Images images = data.train();
        NetworkSize size = NetworkSize.of(Architecture.of(
                experiment.model(),
                new ImageShape(images.channels(), images.height(), images.width()),
                data.classNames().size()));
        int batch = experiment.training().batchSize();
        int steps = Math.ceilDiv(images.size(), batch);
        double step = clock.stepSeconds();
        double rate = Math.min(batch, images.size()) / step;
        double epoch = images.size() / rate;
        double trainedImage = 1 + (experiment.training().method().backwardPasses() - 1) * GRADIENT_PASS;
        double judgedImage = (experiment.evaluation().attack().steps() * GRADIENT_PASS + FORWARD_PASS) / trainedImage;
        double evaluation = examples(experiment, data) * judgedImage / rate;
        int epochs = experiment.training().epochs();
        int evaluations = Math.ceilDiv(epochs, experiment.evaluation().every());
        return new Cost(
                prepared.engine().deviceLabel(),
                size.parameters(),
                size.layers(),
                images.size(),
                steps,
                epochs,
                clock.timedSteps(),
                rate,
                epoch,
                evaluation,
                evaluations,
                epochs * epoch + evaluations * evaluation,
                ProcessMemory.peakBytes(),
                ProcessMemory.deviceBytes(),
                System.currentTimeMillis());
    }

    private static long examples(Experiment experiment, Dataset data) {
        int wanted = experiment.evaluation().examples();
        return Stream.concat(Stream.of(data.test()), data.validation().stream())
                .mapToLong(images -> wanted == 0 ? images.size() : Math.min(wanted, images.size()))
                .sum();
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // It lies among the system's temporary files, which are cleared in time.
        }
    }

    /** Times steps, and tells when it has seen enough of them. */
    private static final class StepClock implements TrainingObserver {

        private final List<Double> seconds = new ArrayList<>();
        private long began;
        private long last;
        private long step;

        void start() {
            began = System.nanoTime();
            last = began;
        }

        boolean enough() {
            double elapsed = (System.nanoTime() - began) / 1e9;
            int steps = seconds.size();
            return steps >= WARM_UP + ENOUGH_STEPS
                    || (steps >= WARM_UP + FEWEST_STEPS && elapsed > ENOUGH_SECONDS)
                    || (steps >= 2 && elapsed > MOST_SECONDS);
        }

        @Override
        public void progressed(Progress progress, String activity) {
            long now = System.nanoTime();
            // Between epochs it progresses without a step, and the time then is not training's.
            if (progress.step() > step) {
                seconds.add((now - last) / 1e9);
            }
            step = progress.step();
            last = now;
        }

        int timedSteps() {
            return seconds.size() - warmUp();
        }

        private int warmUp() {
            return Math.min(WARM_UP, seconds.size() / 2);
        }

        double stepSeconds() {
            return seconds.stream()
                    .skip(warmUp())
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow(
                            () -> new Problem.RunFailure("no step was trained", "", "train it instead").asException());
        }

        @Override
        public void measured(Measurement measurement) {}

        @Override
        public void noticed(String type, String message) {}

        @Override
        public void saved(Path checkpoint, CheckpointInfo.Position position) {}
    }
}
