package org.smoothbench.app.charts;

import java.util.ArrayList;
import java.util.List;
import org.smoothbench.app.charts.ChartSpec.Side;
import org.smoothbench.core.run.Metric;
import org.smoothbench.viz.chart.LineStyle;

/** All charts that the page can show, in its order. */
final class ChartCatalog {

    private static final Side ACCURACY = Side.percent("accuracy");
    private static final Side NATS = Side.of("loss", "nats");

    private ChartCatalog() {}

    static List<ChartSpec> specs() {
        List<ChartSpec> specs = new ArrayList<>();
        specs.add(ChartSpec.of(
                "accuracy",
                "Accuracy on test images",
                ACCURACY,
                ChartLine.percent(Metric.CLEAN_ACCURACY, "clean", LineStyle.SOLID),
                ChartLine.percent(Metric.ROBUST_ACCURACY, "robust", LineStyle.DASHED)));
        specs.add(ChartSpec.of("loss", "Training loss", NATS, ChartLine.plain(Metric.TRAIN_LOSS)));
        specs.add(
                ChartSpec.of("epoch-loss", "Training loss of whole epochs", NATS, ChartLine.plain(Metric.EPOCH_LOSS)));
        specs.add(ChartSpec.of(
                "train-accuracy",
                "Training accuracy",
                ACCURACY,
                ChartLine.percent(Metric.TRAIN_ACCURACY, "training", LineStyle.SOLID)));
        specs.add(ChartSpec.of(
                "validation",
                "Accuracy on validation images",
                ACCURACY,
                ChartLine.percent(Metric.VALIDATION_CLEAN_ACCURACY, "clean", LineStyle.SOLID),
                ChartLine.percent(Metric.VALIDATION_ROBUST_ACCURACY, "robust", LineStyle.DASHED)));
        specs.add(ChartSpec.of(
                "single-step",
                "Accuracy under a single step",
                ACCURACY,
                ChartLine.percent(Metric.SINGLE_STEP_ACCURACY, "single step", LineStyle.SOLID)));
        specs.add(one("learning-rate", Metric.LEARNING_RATE, ""));
        specs.add(one("speed", Metric.IMAGES_PER_SECOND, "images/s"));
        specs.add(one("queue", Metric.QUEUE_DEPTH, "batches"));
        specs.add(one("stall", Metric.STALL_SECONDS, "s"));
        specs.add(one("gradient-lipschitz", Metric.GRADIENT_LIPSCHITZ, ""));
        specs.add(one("gradient-alignment", Metric.GRADIENT_ALIGNMENT, ""));
        specs.add(one("fgsm-pgd-alignment", Metric.FGSM_PGD_ALIGNMENT, ""));
        specs.add(one("local-linearity", Metric.LOCAL_LINEARITY, "nats"));
        specs.add(one("relative-linearity", Metric.RELATIVE_LINEARITY, ""));
        specs.add(one("curvature", Metric.CURVATURE, ""));
        specs.add(one("signed-curvature", Metric.SIGNED_CURVATURE, ""));
        specs.add(share("kink-crossing", Metric.KINK_CROSSING));
        specs.add(share("smooth-backward-gain", Metric.SMOOTH_BACKWARD_GAIN));
        specs.add(one("evaluation-time", Metric.TEST_SECONDS, "s"));
        specs.add(one("smoothness-time", Metric.SMOOTHNESS_SECONDS, "s"));
        return List.copyOf(specs);
    }

    private static ChartSpec one(String id, Metric metric, String unit) {
        return ChartSpec.of(id, metric.label(), Side.of(lower(metric), unit), ChartLine.plain(metric));
    }

    private static ChartSpec share(String id, Metric metric) {
        return ChartSpec.of(
                id,
                metric.label(),
                Side.of(lower(metric), "%"),
                ChartLine.percent(metric, metric.label(), LineStyle.SOLID));
    }

    private static String lower(Metric metric) {
        String label = metric.label();
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
