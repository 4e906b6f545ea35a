package org.smoothbench.core.training;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.Accuracy;
import org.smoothbench.core.experiment.CollapseWatch;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.Metric;

/**
 * Trains a network from its first step, or from a checkpoint, to its last, measuring and saving as it goes. Belongs to the
 * engine's thread; the same experiment on the same machine with the same number of threads gives the same numbers, bit for
 * bit, whether it was interrupted or not.
 */
public final class TrainingLoop implements AutoCloseable {

    private final TorchEngine engine;
    private final Experiment experiment;
    private final Seeds seeds;
    private final TrainingObserver observer;
    private final Checkpoints checkpoints;
    private final ImageSupply images;
    private final ImageSupply testImages;
    private final @Nullable ImageSupply validationImages;
    private final Learner learner;
    private final Examiner examiner;
    private final SmoothnessWatch smoothness;
    private final ProgressMeter meter;
    private final EpochTrainer trainer;
    private final CheckpointWriter writer;
    private StepAverages averages = new StepAverages(StepAverages.Sums.NONE);
    private Judge judge;
    private int firstEpoch;
    private int firstBatch;

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
        this.validationImages = data.validation()
                .map(kept -> ImageSupply.forEvaluation(engine, kept, classes))
                .orElse(null);
        this.learner = new Learner(
                engine, experiment.training(), network(data.train(), classes), () -> network(data.train(), classes));
        this.examiner = new Examiner(engine, experiment, testImages, validationImages);
        this.smoothness = new SmoothnessWatch(engine, experiment, testImages);
        this.writer = new CheckpointWriter(experiment.runtime(), checkpoints, learner, observer);
        this.judge = new Judge(experiment.training(), classes);
        this.meter = meter();
        this.trainer =
                new EpochTrainer(engine, experiment.training(), seeds, images, learner, meter, checkpoints, observer);
    }

    private Network network(Images sample, int classes) {
        ImageShape shape = new ImageShape(sample.channels(), sample.height(), sample.width());
        return Network.create(engine, experiment.model(), shape, classes, seeds.weights());
    }

    private ProgressMeter meter() {
        int evaluations = Math.ceilDiv(
                experiment.training().epochs(), experiment.evaluation().every());
        return new ProgressMeter(
                experiment.training(),
                images.size(),
                evaluations,
                examiner.examples(),
                experiment.evaluation().attack());
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
        observer.progressed(meter.progress(), "training");
    }

    /**
     * Trains to the end, or until it is asked to stop.
     *
     * @param stop asked before each step and each batch of an evaluation; the time it takes to answer counts as pause
     * @throws ProblemException if the loss is no number any more
     */
    public TrainingEnd run(BooleanSupplier stop) throws IOException {
        for (int epoch = firstEpoch; epoch < experiment.training().epochs(); epoch++) {
            int now = epoch;
            int from = epoch == firstEpoch ? firstBatch : 0;
            int done =
                    trainer.train(epoch, from, averages, stop, batches -> writer.saveIfDue(() -> state(now, batches)));
            if (done < meter.stepsPerEpoch()) {
                writer.save(state(epoch, done));
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

    /** Evaluates if it is time to, writes the epoch's line and its checkpoint. */
    private Optional<TrainingEnd> close(int epoch, BooleanSupplier stop) throws IOException {
        boolean due = last(epoch) || (epoch + 1) % experiment.evaluation().every() == 0;
        Optional<Examiner.Findings> findings = Optional.empty();
        if (due) {
            observer.progressed(meter.progress(), "evaluating");
            findings = examiner.examine(learner.judged(), seeds.evaluation(), stop);
            if (findings.isEmpty()) {
                return stopped(epoch);
            }
        }
        Map<Metric, Double> smooth = Map.of();
        if (smoothness.due(epoch)) {
            observer.progressed(meter.progress(), "measuring smoothness");
            Optional<Map<Metric, Double>> measured =
                    smoothness.measure(learner.judged(), seeds.smoothness(epoch), stop);
            if (measured.isEmpty()) {
                return stopped(epoch);
            }
            smooth = measured.get();
        }
        double rate = experiment.training().learningRate(epoch + 1 - 1.0 / meter.stepsPerEpoch());
        Map<Metric, Double> values = averages.drain(rate, meter.progress().imagesPerSecond());
        values.put(Metric.EPOCH_LOSS, averages.epochLoss());
        values.putAll(smooth);
        findings.ifPresent(found -> {
            found.into(values);
            meter.evaluation(found.seconds());
            observer.progressed(meter.progress(), "evaluating");
        });
        trainer.report(epoch + 1, values);
        return conclude(epoch, findings);
    }

    /** At the end of an epoch that is still to be judged. */
    private Optional<TrainingEnd> stopped(int epoch) throws IOException {
        writer.save(state(epoch, meter.stepsPerEpoch()));
        return Optional.of(TrainingEnd.ON_REQUEST);
    }

    private Optional<TrainingEnd> conclude(int epoch, Optional<Examiner.Findings> findings) throws IOException {
        Judge.Verdict verdict =
                findings.map(found -> judge.judge(found.deciding())).orElse(Judge.Verdict.NONE);
        CollapseWatch.Action action = experiment.training().collapse().action();
        if (verdict.collapsed()) {
            reportCollapse(findings.orElseThrow().deciding());
            if (action == CollapseWatch.Action.ROLLBACK) {
                rollBack();
            }
        }
        TrainingState next = new TrainingState(epoch + 1, 0, meter.steps(), StepAverages.Sums.NONE, judge.standing());
        writer.save(next, findings, verdict.best());
        observer.progressed(meter.progress(), "training");
        if (last(epoch)) {
            return Optional.empty();
        }
        if (verdict.collapsed() && action == CollapseWatch.Action.STOP) {
            return Optional.of(TrainingEnd.COLLAPSED);
        }
        return verdict.impatient() ? Optional.of(TrainingEnd.EARLY) : Optional.empty();
    }

    private boolean last(int epoch) {
        return epoch + 1 == experiment.training().epochs();
    }

    private void reportCollapse(Accuracy accuracy) {
        observer.noticed(
                "collapse",
                String.format(
                        Locale.ROOT,
                        "catastrophic overfitting: robust accuracy fell to %.1f %% from %.1f %%, while accuracy under a"
                                + " single step rose to %.1f %%; the network has learnt to fool the attack it is trained"
                                + " with",
                        100 * accuracy.robustShare(),
                        100 * judge.standing().bestRobust(),
                        100 * accuracy.singleStepShare()));
    }

    /** The schedule goes on as it stands; the steps ahead draw other numbers than those that led to the collapse. */
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

    @Override
    public void close() {
        learner.close();
        images.close();
        testImages.close();
        if (validationImages != null) {
            validationImages.close();
        }
    }
}
