package org.smoothbench.core.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.engine.DeviceImages;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.Accuracy;
import org.smoothbench.core.experiment.CollapseWatch;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;

/**
 * Trains a network from its first step, or from a checkpoint, to its last, measuring and saving as it goes. Belongs to the
 * engine's thread; the same experiment on the same machine with the same number of threads gives the same numbers, bit for
 * bit, whether it was interrupted or not.
 */
public final class TrainingLoop implements AutoCloseable {

    /** Step lines are for watching; more often than this per epoch nobody can see them. */
    private static final int LINES_PER_EPOCH = 20;

    private static final int SHOWN_INDICES = 8;

    private final TorchEngine engine;
    private final Experiment experiment;
    private final Seeds seeds;
    private final TrainingObserver observer;
    private final Checkpoints checkpoints;
    private final DeviceImages images;
    private final DeviceImages testImages;
    private final Learner learner;
    private final Examiner examiner;
    private final ProgressMeter meter;
    private StepAverages averages = new StepAverages(StepAverages.Sums.NONE);
    private Judge judge;
    private int firstEpoch;
    private int firstBatch;
    private long lastSave = System.nanoTime();

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
        this.images = new DeviceImages(engine, data.train(), classes);
        this.testImages = new DeviceImages(engine, data.test(), classes);
        this.learner = new Learner(engine, experiment.training(), network(data, classes), () -> network(data, classes));
        this.examiner = new Examiner(engine, experiment, testImages, null);
        this.judge = new Judge(experiment.training(), classes);
        int evaluations = Math.ceilDiv(
                experiment.training().epochs(), experiment.evaluation().every());
        this.meter = new ProgressMeter(
                experiment.training(),
                images.size(),
                evaluations,
                examiner.examples(),
                experiment.evaluation().attack());
    }

    private Network network(Dataset data, int classes) {
        ImageSet sample = data.train();
        ImageShape shape = new ImageShape(sample.channels(), sample.height(), sample.width());
        return Network.create(engine, experiment.model(), shape, classes, seeds.weights());
    }

    /** The network being trained. */
    public Network network() {
        return learner.network();
    }

    /**
     * Goes on from a checkpoint; {@link #run} then does what is left.
     *
     * @throws ProblemException if the checkpoint is damaged or of another experiment
     */
    public void resume(CheckpointInfo checkpoint) throws IOException {
        if (checkpoint.position().seed() != experiment.runtime().seed()) {
            throw new Problem.Specification(
                            "the checkpoint was made with seed "
                                    + checkpoint.position().seed(),
                            "$.runtime.seed",
                            "go on with that seed, or start a new run")
                    .asException();
        }
        learner.restore(checkpoints, checkpoint);
        TrainingState state = checkpoint.state();
        averages = new StepAverages(state.averages());
        judge = new Judge(experiment.training(), images.classes(), state.standing());
        firstEpoch = state.epoch();
        firstBatch = state.batches();
        meter.resume(state.step(), state.epoch() / experiment.evaluation().every());
    }

    /**
     * Trains to the end, or until it is asked to stop.
     *
     * @param stop asked before each step and each batch of an evaluation
     * @throws ProblemException if the loss is no number any more
     */
    public TrainingEnd run(BooleanSupplier stop) throws IOException {
        for (int epoch = firstEpoch; epoch < experiment.training().epochs(); epoch++) {
            int done = train(epoch, epoch == firstEpoch ? firstBatch : 0, stop);
            if (done < meter.stepsPerEpoch()) {
                save(state(epoch, done), Optional.empty(), false);
                return TrainingEnd.ON_REQUEST;
            }
            Optional<TrainingEnd> end = close(epoch, stop);
            if (end.isPresent()) {
                return end.get();
            }
            averages = new StepAverages(StepAverages.Sums.NONE);
        }
        return TrainingEnd.ALL_EPOCHS;
    }

    /** Trains on an epoch's batches from one on; the number of batches done is less than all only if stopped. */
    private int train(int epoch, int from, BooleanSupplier stop) throws IOException {
        int[] order = seeds.order(epoch, images.size());
        int batchSize = experiment.training().batchSize();
        int steps = meter.stepsPerEpoch();
        for (int i = from; i < steps; i++) {
            if (stop.getAsBoolean()) {
                return i;
            }
            double rate = experiment.training().learningRate(epoch + (double) i / steps);
            train(Arrays.copyOfRange(order, i * batchSize, Math.min((i + 1) * batchSize, order.length)), rate);
            observer.progressed(meter.progress(), "training");
            if ((i + 1) * LINES_PER_EPOCH / steps > i * LINES_PER_EPOCH / steps && i + 1 < steps) {
                report(
                        epoch + (i + 1.0) / steps,
                        averages.drain(rate, meter.progress().imagesPerSecond()));
            }
            if (saveIsDue() && i + 1 < steps) {
                save(state(epoch, i + 1), Optional.empty(), false);
            }
        }
        return steps;
    }

    private void train(int[] indices, double rate) throws IOException {
        long began = System.nanoTime();
        try (NDManager scratch = engine.manager().newSubManager()) {
            long seed = seeds.step(meter.steps());
            engine.seed(seed);
            TrainingStep.Outcome outcome =
                    learner.train(images.batch(indices, scratch), new Moment(rate, seed, scratch), meter.steps());
            requireFinite(outcome.loss(), indices);
            averages.add(outcome);
            meter.step(indices.length, (System.nanoTime() - began) / 1e9);
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
        String last = checkpoints
                .info("last")
                .map(info -> "the last good checkpoint is " + info.folder())
                .orElse("there is no checkpoint yet");
        String shown = Arrays.toString(Arrays.copyOf(indices, Math.min(SHOWN_INDICES, indices.length)));
        throw new Problem.RunFailure(
                        "the training loss became " + loss + " at " + step + ", on training images "
                                + shown.substring(1, shown.length() - 1)
                                + (indices.length > SHOWN_INDICES ? ", … (all in events.jsonl)" : "") + "; " + last,
                        "$.training",
                        "lower the learning rate")
                .asException();
    }

    /** Evaluates if it is time to, writes the epoch's line and its checkpoint. */
    private Optional<TrainingEnd> close(int epoch, BooleanSupplier stop) throws IOException {
        boolean last = epoch + 1 == experiment.training().epochs();
        boolean due = last || (epoch + 1) % experiment.evaluation().every() == 0;
        Optional<Examiner.Findings> findings = Optional.empty();
        if (due) {
            observer.progressed(meter.progress(), "evaluating");
            findings = examiner.examine(learner.judged(), seeds.evaluation(), stop);
            if (findings.isEmpty()) {
                save(state(epoch, meter.stepsPerEpoch()), Optional.empty(), false);
                return Optional.of(TrainingEnd.ON_REQUEST);
            }
        }
        double rate = experiment.training().learningRate(epoch + 1 - 1.0 / meter.stepsPerEpoch());
        Map<Metric, Double> values = averages.drain(rate, meter.progress().imagesPerSecond());
        values.put(Metric.EPOCH_LOSS, averages.epochLoss());
        findings.ifPresent(found -> {
            found.into(values);
            meter.evaluation(found.seconds());
        });
        report(epoch + 1, values);
        return conclude(epoch, findings);
    }

    private Optional<TrainingEnd> conclude(int epoch, Optional<Examiner.Findings> findings) throws IOException {
        Judge.@Nullable Verdict verdict =
                findings.map(found -> judge.judge(found.deciding())).orElse(null);
        boolean rollback = verdict != null
                && verdict.collapsed()
                && experiment.training().collapse().action() == CollapseWatch.Action.ROLLBACK;
        if (verdict != null && verdict.collapsed()) {
            reportCollapse(findings.orElseThrow());
        }
        if (rollback) {
            rollBack();
        }
        TrainingState next = new TrainingState(epoch + 1, 0, meter.steps(), StepAverages.Sums.NONE, judge.standing());
        save(next, findings, verdict != null && verdict.best());
        observer.progressed(meter.progress(), "training");
        if (verdict != null
                && verdict.collapsed()
                && experiment.training().collapse().action() == CollapseWatch.Action.STOP) {
            return Optional.of(TrainingEnd.COLLAPSED);
        }
        return verdict != null
                        && verdict.impatient()
                        && epoch + 1 < experiment.training().epochs()
                ? Optional.of(TrainingEnd.EARLY)
                : Optional.empty();
    }

    private void reportCollapse(Examiner.Findings findings) {
        Accuracy accuracy = findings.deciding();
        observer.noticed(
                "collapse",
                String.format(
                        Locale.ROOT,
                        "catastrophic overfitting: robust accuracy fell to %.1f %% from %.1f %%, while accuracy under a"
                                + " single step rose to %.1f %%; robust accuracy from here on is of a network that fools"
                                + " its own training attack",
                        100 * accuracy.robustShare(),
                        100 * judge.standing().bestRobust(),
                        100 * accuracy.singleStepShare()));
    }

    private void rollBack() throws IOException {
        Optional<CheckpointInfo> best = checkpoints.info("best");
        if (best.isPresent()) {
            learner.restore(checkpoints, best.get());
            observer.noticed(
                    "rollback",
                    "went back to the weights of checkpoint " + best.get().folder());
        }
    }

    private TrainingState state(int epoch, int batches) {
        return new TrainingState(epoch, batches, meter.steps(), averages.sums(), judge.standing());
    }

    private boolean saveIsDue() {
        double minutes = experiment.runtime().checkpointMinutes();
        return minutes > 0 && System.nanoTime() - lastSave > minutes * 60e9;
    }

    private void save(TrainingState state, Optional<Examiner.Findings> findings, boolean best) throws IOException {
        double clean = findings.map(found -> found.deciding().cleanShare()).orElse(-1.0);
        double robust = findings.map(found -> found.deciding().robustShare()).orElse(-1.0);
        CheckpointInfo.Position position = new CheckpointInfo.Position(
                state.epoch(), state.step(), experiment.runtime().seed(), clean, robust);
        observer.saved(checkpoints.save(learner.parts(), position, state, best), position);
        lastSave = System.nanoTime();
    }

    private void report(double epoch, Map<Metric, Double> values) {
        observer.measured(new Measurement(meter.steps(), epoch, System.currentTimeMillis(), values, Map.of()));
    }

    @Override
    public void close() {
        learner.close();
        images.close();
        testImages.close();
    }
}
