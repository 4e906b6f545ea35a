package org.smoothbench.core.training;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.Accuracy;
import org.smoothbench.core.evaluation.RobustnessEvaluation;
import org.smoothbench.core.experiment.CollapseWatch;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.run.Metric;

/** Measures a network on the test images and, if there are any, on the validation images, which then decide. */
final class Examiner {

    private final RobustnessEvaluation test;
    private final @Nullable RobustnessEvaluation validation;

    /**
     * What was found.
     *
     * @param test accuracy on test images
     * @param validation accuracy on validation images, if there are any
     * @param seconds how long it took, pauses left out
     */
    record Findings(Accuracy test, Optional<Accuracy> validation, double seconds) {

        /** The accuracy that decides on the best checkpoint, on stopping and on collapse. */
        Accuracy deciding() {
            return validation.orElse(test);
        }

        /** Adds the findings to a line of metrics. */
        void into(Map<Metric, Double> values) {
            values.put(Metric.CLEAN_ACCURACY, test.cleanShare());
            values.put(Metric.ROBUST_ACCURACY, test.robustShare());
            values.put(Metric.TEST_EXAMPLES, (double) test.examples());
            values.put(Metric.TEST_SECONDS, seconds);
            if (test.singleStep() >= 0) {
                values.put(Metric.SINGLE_STEP_ACCURACY, test.singleStepShare());
            }
            validation.ifPresent(accuracy -> {
                values.put(Metric.VALIDATION_CLEAN_ACCURACY, accuracy.cleanShare());
                values.put(Metric.VALIDATION_ROBUST_ACCURACY, accuracy.robustShare());
            });
        }
    }

    /** An examiner with images on the device. */
    Examiner(TorchEngine engine, Experiment experiment, ImageSupply test, @Nullable ImageSupply validation) {
        // Without an attack in training there is nothing to overfit to.
        boolean singleStep = experiment.training().collapse().action() != CollapseWatch.Action.IGNORE
                && !(experiment.training().method() instanceof TrainingMethod.Standard);
        this.test = new RobustnessEvaluation(experiment.evaluation(), engine, test, singleStep);
        this.validation = validation == null
                ? null
                : new RobustnessEvaluation(experiment.evaluation(), engine, validation, singleStep);
    }

    /** How many images one examination looks at. */
    int examples() {
        return test.examples() + (validation == null ? 0 : validation.examples());
    }

    /** Examines a network; empty if it was stopped. */
    Optional<Findings> examine(Network network, long seed, BooleanSupplier stop) {
        WorkTime work = new WorkTime(stop);
        Optional<Accuracy> onValidation = Optional.empty();
        if (validation != null) {
            onValidation = whole(validation, network, seed, work);
            if (onValidation.isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<Accuracy> decided = onValidation;
        return whole(test, network, seed, work).map(onTest -> new Findings(onTest, decided, work.seconds()));
    }

    private static Optional<Accuracy> whole(
            RobustnessEvaluation evaluation, Network network, long seed, BooleanSupplier stop) {
        return Optional.of(evaluation.measure(network, seed, stop))
                .filter(accuracy -> accuracy.examples() == evaluation.examples());
    }
}
