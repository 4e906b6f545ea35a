package org.smoothbench.core.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.SmoothnessSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.smoothness.MetricResult;
import org.smoothbench.core.smoothness.SmoothnessMeasurement;
import org.smoothbench.core.smoothness.SmoothnessMetric;
import org.smoothbench.core.smoothness.SmoothnessReport;
import org.smoothbench.core.smoothness.SmoothnessSettings;

/** Measures a network's smoothness on test images at the epochs it is wanted, and draws nothing from the device. */
final class SmoothnessWatch {

    private final TorchEngine engine;
    private final Experiment experiment;
    private final ImageSupply images;

    SmoothnessWatch(TorchEngine engine, Experiment experiment, ImageSupply images) {
        this.engine = engine;
        this.experiment = experiment;
        this.images = images;
    }

    /** Whether smoothness is measured after an epoch, counted from 0. */
    boolean due(int epoch) {
        return experiment
                .evaluation()
                .smoothness()
                .due(epoch + 1, experiment.training().epochs());
    }

    /** Medians over images; empty if it was stopped. */
    Optional<Map<Metric, Double>> measure(Network network, long seed, BooleanSupplier stop) {
        WorkTime work = new WorkTime(stop);
        SmoothnessSpec spec = experiment.evaluation().smoothness();
        SmoothnessSettings settings = SmoothnessSettings.usual(
                new ThreatModel.Linf(experiment.evaluation().attack().epsilon()),
                spec.examples(),
                experiment.evaluation().batchSize(),
                seed);
        try {
            SmoothnessReport report = new SmoothnessMeasurement(engine, images, settings)
                    .measure(network, experiment.model().activation(), work, _ -> {});
            return Optional.of(values(report, work.seconds()));
        } catch (CancellationException _) {
            return Optional.empty();
        }
    }

    private static Map<Metric, Double> values(SmoothnessReport report, double seconds) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (SmoothnessMetric metric : SmoothnessMetric.values()) {
            MetricResult result = report.metric(metric);
            if (result.measured() && result.distribution().count() > 0) {
                // The gain of an image is -1, 0 or 1; only the mean says anything.
                double value = metric == SmoothnessMetric.SMOOTH_BACKWARD_GAIN
                        ? result.distribution().mean()
                        : result.distribution().median();
                values.put(column(metric), value);
            }
        }
        values.put(Metric.SMOOTHNESS_EXAMPLES, (double) report.conditions().images());
        values.put(Metric.SMOOTHNESS_SECONDS, seconds);
        return values;
    }

    private static Metric column(SmoothnessMetric metric) {
        return switch (metric) {
            case GRADIENT_LIPSCHITZ -> Metric.GRADIENT_LIPSCHITZ;
            case GRADIENT_ALIGNMENT -> Metric.GRADIENT_ALIGNMENT;
            case FGSM_PGD_ALIGNMENT -> Metric.FGSM_PGD_ALIGNMENT;
            case LOCAL_LINEARITY -> Metric.LOCAL_LINEARITY;
            case RELATIVE_LINEARITY -> Metric.RELATIVE_LINEARITY;
            case CURVATURE -> Metric.CURVATURE;
            case SIGNED_CURVATURE -> Metric.SIGNED_CURVATURE;
            case KINK_CROSSING -> Metric.KINK_CROSSING;
            case SMOOTH_BACKWARD_GAIN -> Metric.SMOOTH_BACKWARD_GAIN;
        };
    }
}
