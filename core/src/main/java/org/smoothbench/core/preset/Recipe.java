package org.smoothbench.core.preset;

import java.util.function.UnaryOperator;
import org.smoothbench.core.experiment.AugmentationSpec;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;

/**
 * An experiment but for its name and where its images lie.
 *
 * @param images what it is made for
 * @param split which of the training images are used
 * @param augmentation how they are varied
 * @param model the network
 * @param training how it is trained
 * @param evaluation how it is judged
 */
public record Recipe(
        WantedImages images,
        SplitSpec split,
        AugmentationSpec augmentation,
        ModelSpec model,
        TrainingSpec training,
        EvaluationSpec evaluation) {

    /** The experiment on images, on whichever device there is, with seed 0. */
    Experiment experiment(String name, DataSpec data) {
        return new Experiment(
                Experiment.SCHEMA,
                name,
                data,
                split,
                augmentation,
                model,
                training,
                evaluation,
                new RuntimeSpec("auto", 0, 0));
    }

    Recipe withImages(WantedImages newImages) {
        return new Recipe(newImages, split, augmentation, model, training, evaluation);
    }

    Recipe withSplit(SplitSpec newSplit) {
        return new Recipe(images, newSplit, augmentation, model, training, evaluation);
    }

    Recipe withAugmentation(AugmentationSpec newAugmentation) {
        return new Recipe(images, split, newAugmentation, model, training, evaluation);
    }

    Recipe withModel(ModelSpec newModel) {
        return new Recipe(images, split, augmentation, newModel, training, evaluation);
    }

    Recipe withTraining(TrainingSpec newTraining) {
        return new Recipe(images, split, augmentation, model, newTraining, evaluation);
    }

    Recipe withEvaluation(EvaluationSpec newEvaluation) {
        return new Recipe(images, split, augmentation, model, training, newEvaluation);
    }

    Recipe withMethod(TrainingMethod method) {
        return withTraining(trained(method, training.optimizer(), training.epochs(), training.schedule()));
    }

    Recipe withOptimizer(OptimizerSpec optimizer) {
        return withTraining(trained(training.method(), optimizer, training.epochs(), training.schedule()));
    }

    Recipe withEpochs(int epochs, Schedule schedule) {
        return withTraining(trained(training.method(), training.optimizer(), epochs, schedule));
    }

    /** Twice the epochs, with the drops of the learning rate twice as late, judged half as often. */
    Recipe twiceAsLong() {
        Schedule longer = switch (training.schedule()) {
            case Schedule.Step step ->
                new Schedule.Step(
                        step.milestones().stream().map(epoch -> 2 * epoch).toList(), step.factor());
            case Schedule.Piecewise lines ->
                new Schedule.Piecewise(
                        lines.epochs().stream().map(epoch -> 2 * epoch).toList(), lines.factors());
            case Schedule.Constant constant -> constant;
            case Schedule.Cosine cosine -> cosine;
            case Schedule.Cyclic cyclic -> cyclic;
        };
        EvaluationSpec rarer = new EvaluationSpec(
                2 * evaluation.every(),
                evaluation.examples(),
                evaluation.batchSize(),
                evaluation.attack(),
                evaluation.smoothness());
        return withEpochs(2 * training.epochs(), longer).withEvaluation(rarer);
    }

    /** Adversarial training with a changed attack; the recipe must be one of adversarial training. */
    Recipe withTrainingAttack(UnaryOperator<PgdSpec> change) {
        if (!(training.method() instanceof TrainingMethod.Adversarial adversarial)) {
            throw new IllegalStateException("not adversarial training: " + training.method());
        }
        return withMethod(new TrainingMethod.Adversarial(change.apply(adversarial.attack())));
    }

    /** Judged under a changed attack. */
    Recipe withEvaluationAttack(UnaryOperator<PgdSpec> change) {
        return withEvaluation(new EvaluationSpec(
                evaluation.every(),
                evaluation.examples(),
                evaluation.batchSize(),
                change.apply(evaluation.attack()),
                evaluation.smoothness()));
    }

    private TrainingSpec trained(TrainingMethod method, OptimizerSpec optimizer, int epochs, Schedule schedule) {
        return new TrainingSpec(
                epochs,
                training.batchSize(),
                method,
                optimizer,
                schedule,
                training.warmup(),
                training.labelSmoothing(),
                training.averaging(),
                training.earlyStopping(),
                training.collapse());
    }
}
