package org.smoothbench.app.wording;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.WeightAveraging;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;

/** Accuracies in words, and with what they were measured. */
public final class AccuracyWords {

    private AccuracyWords() {}

    /** Such as {@code clean 61.2 % · robust 33.4 %}. */
    public static String both(Measurement evaluation) {
        return "clean " + percent(evaluation.value(Metric.CLEAN_ACCURACY))
                + " · robust "
                + percent(evaluation.value(Metric.ROBUST_ACCURACY));
    }

    /** Such as {@code clean 61.2 · robust 33.4 %}, for narrow places. */
    public static String brief(Measurement evaluation) {
        return both(evaluation).replaceFirst(" % ·", " ·");
    }

    /** Such as {@code 61.2 %}, or a dash for what was not measured. */
    public static String percent(OptionalDouble accuracy) {
        return accuracy.isPresent() ? String.format(Locale.ROOT, "%.1f %%", accuracy.getAsDouble() * 100) : "–";
    }

    /** Such as {@code PGD-10, eps 8/255, step 2/255 on 500 images, seed 0}, and that averaged weights are judged if so. */
    public static String measuredWith(Experiment experiment, Optional<Measurement> evaluation) {
        return attackAndImages(experiment, evaluation) + ", seed "
                + experiment.runtime().seed() + averaged(experiment);
    }

    /** That accuracies are those of averaged weights, to go on after other words; empty if they are not. */
    public static String averaged(Experiment experiment) {
        return switch (experiment.training().averaging()) {
            case WeightAveraging.None _ -> "";
            case WeightAveraging.Ema _ -> ", of the averaged weights";
        };
    }

    /**
     * Which accuracies of several runs are those of averaged weights, to go on after other words; empty if none are.
     *
     * @param runs the specifications by what the runs are called
     */
    public static String averaged(Map<String, Experiment> runs) {
        Map<String, Experiment> averaged = new LinkedHashMap<>(runs);
        averaged.values().removeIf(experiment -> averaged(experiment).isEmpty());
        if (averaged.isEmpty() || averaged.size() == runs.size()) {
            return averaged.values().stream()
                    .findFirst()
                    .map(AccuracyWords::averaged)
                    .orElse("");
        }
        return "; of the averaged weights: " + String.join(", ", averaged.keySet());
    }

    /**
     * Such as {@code PGD-10, eps 8/255, step 2/255 on 500 images}: the number of images is the one that was used once there
     * is a measurement, and the one that was ordered before.
     */
    public static String attackAndImages(Experiment experiment, Optional<Measurement> evaluation) {
        EvaluationSpec spec = experiment.evaluation();
        OptionalDouble used = evaluation.map(e -> e.value(Metric.TEST_EXAMPLES)).orElse(OptionalDouble.empty());
        String images = used.isPresent()
                ? String.format(Locale.ROOT, "%.0f images", used.getAsDouble())
                : spec.examples() == 0 ? "all test images" : spec.examples() + " images";
        return spec.attack().label() + " on " + images;
    }

    /** When an accuracy was measured, such as {@code after epoch 7}. */
    public static String moment(Measurement evaluation) {
        double epoch = evaluation.epoch();
        return (epoch == Math.rint(epoch) ? "after epoch " : "at epoch ") + epoch(epoch);
    }

    /** An epoch, with two digits if it is not whole. */
    public static String epoch(double epoch) {
        return String.format(Locale.ROOT, epoch == Math.rint(epoch) ? "%.0f" : "%.2f", epoch);
    }
}
