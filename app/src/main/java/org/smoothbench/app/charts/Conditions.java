package org.smoothbench.app.charts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smoothbench.app.runs.RunNow;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunSummary;

/** Says with what the accuracies of several runs were measured, so that no two are compared that do not compare. */
final class Conditions {

    private static final Set<Metric> UNDER_ATTACK =
            Set.of(Metric.ROBUST_ACCURACY, Metric.VALIDATION_ROBUST_ACCURACY, Metric.SINGLE_STEP_ACCURACY);

    private Conditions() {}

    /** The attack, budget and number of images, or that they differ; empty for what no attack measured. */
    static String of(ChartSpec spec, List<RunNow> runs) {
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
