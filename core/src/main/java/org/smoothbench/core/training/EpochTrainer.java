package org.smoothbench.core.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.engine.BatchFeed;
import org.smoothbench.core.engine.FeedLoad;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;

/** Goes through the training images once, batch by batch, and reports as it goes. On the engine's thread. */
final class EpochTrainer {

    /** Step lines are for watching; more often than this per epoch nobody can see them. */
    private static final int LINES_PER_EPOCH = 20;

    private static final int SHOWN_INDICES = 8;

    private final TorchEngine engine;
    private final TrainingSpec spec;
    private final Seeds seeds;
    private final ImageSupply images;
    private final Learner learner;
    private final ProgressMeter meter;
    private final Checkpoints checkpoints;
    private final TrainingObserver observer;

    EpochTrainer(
            TorchEngine engine,
            TrainingSpec spec,
            Seeds seeds,
            ImageSupply images,
            Learner learner,
            ProgressMeter meter,
            Checkpoints checkpoints,
            TrainingObserver observer) {
        this.engine = engine;
        this.spec = spec;
        this.seeds = seeds;
        this.images = images;
        this.learner = learner;
        this.meter = meter;
        this.checkpoints = checkpoints;
        this.observer = observer;
    }

    /** Hears of each batch done but the epoch's last. */
    @FunctionalInterface
    interface BatchListener {

        /** So many batches of the epoch are done. */
        void done(int batches) throws IOException;
    }

    /**
     * Trains on an epoch's batches.
     *
     * @param epoch counted from 0
     * @param from how many of its batches are done already
     * @param averages take up what is seen
     * @param stop asked before each batch
     * @return how many batches are done; fewer than all only if it was stopped
     * @throws ProblemException if the loss is no number any more
     */
    int train(int epoch, int from, StepAverages averages, BooleanSupplier stop, BatchListener listener)
            throws IOException {
        int steps = meter.stepsPerEpoch();
        long first = (long) epoch * steps;
        int[] order = seeds.order(epoch, images.size());
        try (BatchFeed feed =
                images.trainingFeed(order, spec.batchSize(), from, batch -> seeds.augmentation(first + batch))) {
            for (int i = from; i < steps; i++) {
                if (stop.getAsBoolean()) {
                    return i;
                }
                double rate = spec.learningRate(epoch + (double) i / steps);
                averages.add(train(feed, rate));
                observer.progressed(meter.progress(), "training");
                if (i + 1 < steps) {
                    if ((i + 1) * LINES_PER_EPOCH / steps > i * LINES_PER_EPOCH / steps) {
                        report(epoch + (i + 1.0) / steps, line(averages, rate, feed));
                    }
                    listener.done(i + 1);
                }
            }
            return steps;
        }
    }

    /** Writes a line of measurements. */
    void report(double epoch, Map<Metric, Double> values) {
        observer.measured(new Measurement(meter.steps(), epoch, System.currentTimeMillis(), values, Map.of()));
    }

    private Map<Metric, Double> line(StepAverages averages, double rate, BatchFeed feed) {
        Map<Metric, Double> values = averages.drain(rate, meter.progress().imagesPerSecond());
        Optional<FeedLoad> load = feed.load();
        load.ifPresent(now -> {
            values.put(Metric.QUEUE_DEPTH, (double) now.queueDepth());
            values.put(Metric.STALL_SECONDS, now.stallSeconds());
        });
        return values;
    }

    private TrainingStep.Outcome train(BatchFeed feed, double rate) throws IOException {
        long began = System.nanoTime();
        try (NDManager scratch = engine.manager().newSubManager()) {
            long seed = seeds.step(meter.steps());
            engine.seed(seed);
            TrainingStep.Outcome outcome =
                    learner.train(feed.next(scratch), new Moment(rate, seed, scratch), meter.steps());
            int[] indices = feed.indices();
            requireFinite(outcome.loss(), indices);
            meter.step(indices.length, (System.nanoTime() - began) / 1e9);
            return outcome;
        }
    }

    private void requireFinite(double loss, int[] indices) throws IOException {
        if (Double.isFinite(loss)) {
            return;
        }
        String step = "step " + (meter.steps() + 1);
        observer.noticed(
                "not-finite",
                "the loss of " + step + " is " + loss + " on training images " + Arrays.toString(indices));
        String shown = Arrays.toString(Arrays.copyOf(indices, Math.min(SHOWN_INDICES, indices.length)));
        String more = indices.length > SHOWN_INDICES ? ", … (all in events.jsonl)" : "";
        String last = checkpoints
                .info("last")
                .map(info -> "; the last good checkpoint is " + info.folder())
                .orElse("; there is no checkpoint yet");
        throw new Problem.RunFailure(
                        "the training loss became " + loss + " at " + step + ", on training images "
                                + shown.substring(1, shown.length() - 1) + more + last,
                        "$.training",
                        "lower the learning rate")
                .asException();
    }
}
