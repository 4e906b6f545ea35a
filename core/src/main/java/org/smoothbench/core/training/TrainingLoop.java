package org.smoothbench.core.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.engine.BatchFeed;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.Accuracy;
import org.smoothbench.core.evaluation.RobustnessEvaluation;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.Progress;

/**
 * Trains a network from its first step to its last, measuring and saving as it goes. Belongs to the engine's thread; the
 * same experiment on the same machine with the same number of threads gives the same numbers, bit for bit.
 */
public final class TrainingLoop implements AutoCloseable {

    /** Step lines are for watching; more often than this per epoch nobody can see them. */
    private static final int LINES_PER_EPOCH = 20;

    private final TorchEngine engine;
    private final Experiment experiment;
    private final Seeds seeds;
    private final TrainingObserver observer;
    private final Checkpoints checkpoints;
    private final ImageSupply images;
    private final ImageSupply testImages;
    private final Network network;
    private final Sgd optimizer;
    private final RobustnessEvaluation evaluation;
    private final ProgressMeter meter;
    private double bestRobust = -1;

    /** Puts data and a fresh network on the engine's device. */
    public TrainingLoop(
            TorchEngine engine,
            Experiment experiment,
            Dataset data,
            Checkpoints checkpoints,
            TrainingObserver observer) {
        this.engine = engine;
        this.experiment = experiment;
        this.observer = observer;
        this.checkpoints = checkpoints;
        this.seeds = new Seeds(experiment.runtime().seed());
        int classes = data.classNames().size();
        this.images = ImageSupply.forTraining(engine, data.train(), classes, experiment.augmentation());
        this.testImages = ImageSupply.forEvaluation(engine, data.test(), classes);
        this.network = Network.create(engine, experiment.model(), data.train().channels(), classes, seeds.weights());
        this.optimizer =
                new Sgd(experiment.training().optimizer(), network.state().parameters(), engine.manager());
        this.evaluation = new RobustnessEvaluation(experiment.evaluation(), engine, testImages);
        int evaluations = Math.ceilDiv(
                experiment.training().epochs(), experiment.evaluation().every());
        this.meter = new ProgressMeter(
                experiment.training(),
                images.size(),
                evaluations,
                evaluation.examples(),
                experiment.evaluation().attack());
    }

    /** The network being trained. */
    public Network network() {
        return network;
    }

    /**
     * Trains to the end, or until it is asked to stop; either way the last checkpoint holds the last completed step.
     *
     * @param stop asked before each step and each batch of an evaluation
     * @return whether every epoch was completed
     * @throws org.smoothbench.core.problem.ProblemException if the loss is no number any more
     */
    public boolean run(BooleanSupplier stop) throws IOException {
        for (int epoch = 0; epoch < experiment.training().epochs(); epoch++) {
            StepAverages averages = new StepAverages();
            if (!trainEpoch(epoch, averages, stop) || !closeEpoch(epoch + 1, averages, stop)) {
                save(Optional.empty());
                return false;
            }
        }
        return true;
    }

    private boolean trainEpoch(int epoch, StepAverages averages, BooleanSupplier stop) {
        TrainingStep step =
                new TrainingStep(network, optimizer, experiment.training().method());
        int[] order = seeds.order(epoch, images.size());
        int batchSize = experiment.training().batchSize();
        int steps = meter.stepsPerEpoch();
        long first = (long) epoch * steps;
        try (BatchFeed feed = images.trainingFeed(order, batchSize, 0, i -> seeds.augmentation(first + i))) {
            for (int i = 0; i < steps; i++) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                double done = epoch + (i + 1.0) / steps;
                double rate = learningRate(epoch + (double) i / steps);
                TrainingStep.Outcome outcome = train(step, feed, rate);
                averages.add(outcome, feed.indices().length);
                observer.progressed(meter.progress(), "training");
                if ((i + 1) * LINES_PER_EPOCH / steps > i * LINES_PER_EPOCH / steps && i + 1 < steps) {
                    report(done, averages.drain(rate, meter.progress().imagesPerSecond()));
                }
            }
            return true;
        }
    }

    private TrainingStep.Outcome train(TrainingStep step, BatchFeed feed, double rate) {
        long began = System.nanoTime();
        try (NDManager scratch = engine.manager().newSubManager()) {
            engine.seed(seeds.step(meter.steps()));
            TrainingStep.Outcome outcome = step.run(feed.next(scratch), rate, scratch);
            requireFinite(outcome.loss());
            meter.step(feed.indices().length, (System.nanoTime() - began) / 1e9);
            return outcome;
        }
    }

    private void requireFinite(double loss) {
        if (!Double.isFinite(loss)) {
            throw new Problem.RunFailure(
                            "the training loss became " + loss + " at step " + (meter.steps() + 1),
                            "$.training",
                            "lower the learning rate; a checkpoint, if there is one, was taken before")
                    .asException();
        }
    }

    private boolean closeEpoch(int epoch, StepAverages averages, BooleanSupplier stop) throws IOException {
        double rate = learningRate(epoch - 1.0 / meter.stepsPerEpoch());
        Map<Metric, Double> values = averages.drain(rate, meter.progress().imagesPerSecond());
        values.put(Metric.EPOCH_LOSS, averages.epochLoss());
        boolean due = epoch % experiment.evaluation().every() == 0
                || epoch == experiment.training().epochs();
        Optional<Accuracy> accuracy = due ? evaluate(values, stop) : Optional.empty();
        report(epoch, values);
        if (due && accuracy.isEmpty()) {
            return false;
        }
        save(accuracy);
        observer.progressed(meter.progress(), "training");
        return true;
    }

    private Optional<Accuracy> evaluate(Map<Metric, Double> values, BooleanSupplier stop) {
        observer.progressed(meter.progress(), "evaluating");
        long began = System.nanoTime();
        Accuracy accuracy = evaluation.measure(network, seeds.evaluation(), stop);
        if (accuracy.examples() < evaluation.examples()) {
            return Optional.empty();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        meter.evaluation(seconds);
        values.put(Metric.CLEAN_ACCURACY, accuracy.cleanShare());
        values.put(Metric.ROBUST_ACCURACY, accuracy.robustShare());
        values.put(Metric.TEST_EXAMPLES, (double) accuracy.examples());
        values.put(Metric.TEST_SECONDS, seconds);
        return Optional.of(accuracy);
    }

    private void save(Optional<Accuracy> accuracy) throws IOException {
        double clean = accuracy.map(Accuracy::cleanShare).orElse(-1.0);
        double robust = accuracy.map(Accuracy::robustShare).orElse(-1.0);
        Progress progress = meter.progress();
        CheckpointInfo.Position position = new CheckpointInfo.Position(
                progress.epoch(), progress.step(), experiment.runtime().seed(), clean, robust);
        boolean best = robust > bestRobust;
        bestRobust = Math.max(bestRobust, robust);
        observer.saved(checkpoints.save(network, optimizer, position, best), position);
    }

    private void report(double epoch, Map<Metric, Double> values) {
        observer.measured(new Measurement(meter.steps(), epoch, System.currentTimeMillis(), values, Map.of()));
    }

    private double learningRate(double epoch) {
        return experiment.training().optimizer().learningRate()
                * experiment.training().schedule().factor(epoch);
    }

    @Override
    public void close() {
        optimizer.close();
        network.close();
        images.close();
        testImages.close();
    }
}
