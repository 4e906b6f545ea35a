package org.smoothbench.core.smoothness;

import java.util.List;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * What was measured of a model, and how: plain data, the same again from the same conditions.
 *
 * @param conditions under which it was measured
 * @param metrics in the order of {@link SmoothnessMetric}
 * @param places kink-crossing rates from the first activation to the last; empty where activations cannot be seen
 */
public record SmoothnessReport(Conditions conditions, List<MetricResult> metrics, List<PlaceResult> places) {

    /**
     * How it was measured.
     *
     * @param images how many images were looked at
     * @param threat such as {@code L-inf, eps 8/255}
     * @param norm {@code linf} or {@code l2}
     * @param epsilon the budget on the [0, 1] scale
     * @param attack in words
     * @param settings steps and points, by name
     * @param seed of random starts
     */
    public record Conditions(
            int images, String threat, String norm, double epsilon, String attack, Points settings, long seed) {}

    /**
     * Numbers of steps and points.
     *
     * @param attackSteps of the attack
     * @param linePoints between image and adversarial example
     * @param linearitySteps of the search for the linearity error
     */
    public record Points(int attackSteps, int linePoints, int linearitySteps) {}

    public SmoothnessReport {
        metrics = List.copyOf(metrics);
        places = List.copyOf(places);
    }

    static Conditions conditions(SmoothnessSettings settings, int images) {
        ThreatModel threat = settings.threat();
        String norm = switch (threat) {
            case ThreatModel.Linf _ -> "linf";
            case ThreatModel.L2 _ -> "l2";
        };
        String attack = "PGD-%d on the cross-entropy, random start, step %s of the budget, last iterate"
                .formatted(settings.attackSteps(), settings.stepShare());
        Points points = new Points(settings.attackSteps(), settings.linePoints(), settings.linearitySteps());
        return new Conditions(images, threat.label(), norm, threat.radius(), attack, points, settings.seed());
    }

    /** One of the metrics. */
    public MetricResult metric(SmoothnessMetric metric) {
        return metrics.stream().filter(metric::is).findFirst().orElseThrow();
    }
}
