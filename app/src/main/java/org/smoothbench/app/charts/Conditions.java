package org.smoothbench.app.charts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunSummary;

/**
 * Says with what the accuracies of several runs were measured and of which weights, so that no two are compared that do not
 * compare.
 */
final class Conditions {

    private static final Set<Metric> UNDER_ATTACK =
            Set.of(Metric.ROBUST_ACCURACY, Metric.VALIDATION_ROBUST_ACCURACY, Metric.SINGLE_STEP_ACCURACY);

    /** Of the network as it is trained or of how it is trained; all else is measured of the weights that are judged. */
    private static final Set<Metric> WHILE_TRAINING = Set.of(
            Metric.TRAIN_LOSS,
            Metric.TRAIN_ACCURACY,
            Metric.EPOCH_LOSS,
            Metric.LEARNING_RATE,
            Metric.IMAGES_PER_SECOND,
            Metric.QUEUE_DEPTH,
            Metric.STALL_SECONDS,
            Metric.TEST_SECONDS,
            Metric.SMOOTHNESS_SECONDS);

    private Conditions() {}

    /** The attack, budget and number of images, or that they differ, and where the weights are averaged; may be empty. */
    static String of(ChartSpec spec, List<RunNow> runs) {
        String attack = attack(spec, runs);
        String weights = weights(spec, runs);
        return attack.isEmpty() ? weights.replaceFirst("^[,;] ", "") : attack + weights;
    }

    private static String weights(ChartSpec spec, List<RunNow> runs) {
        if (spec.lines().stream().allMatch(line -> WHILE_TRAINING.contains(line.metric()))) {
            return "";
        }
        Map<String, Experiment> experiments = new LinkedHashMap<>();
        runs.forEach(now -> now.summary().experiment().ifPresent(one -> experiments.put(now.title(), one)));
        return AccuracyWords.averaged(experiments);
    }

    private static String attack(ChartSpec spec, List<RunNow> runs) {
        boolean underAttack = spec.lines().stream().anyMatch(line -> UNDER_ATTACK.contains(line.metric()));
        boolean validation = spec.lines().stream().anyMatch(line -> line.metric() == Metric.VALIDATION_ROBUST_ACCURACY);
        boolean singleStep = spec.lines().stream().allMatch(line -> line.metric() == Metric.SINGLE_STEP_ACCURACY);
        if (!underAttack) {
            return "";
        }
        Map<String, String> byConditions = new LinkedHashMap<>();
        for (RunNow now : runs) {
            RunSummary run = now.summary();
            run.experiment().ifPresent(experiment -> {
                String attack = experiment.evaluation().attack().label();
                String words = AccuracyWords.attackAndImages(experiment, run.lastEvaluation());
                if (validation) {
                    words = attack;
                } else if (singleStep) {
                    words = "one signed step over the whole budget of " + words;
                }
                byConditions.merge(words, now.title(), (names, name) -> names + ", " + name);
            });
        }
        if (byConditions.size() <= 1) {
            return String.join("", byConditions.keySet());
        }
        return "measured differently: "
                + byConditions.entrySet().stream()
                        .map(entry -> entry.getValue() + " with " + entry.getKey())
                        .collect(Collectors.joining("; "));
    }
}
