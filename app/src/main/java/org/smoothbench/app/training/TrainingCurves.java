package org.smoothbench.app.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;

/**
 * The curves of one run over epochs. For one run the lists only grow, unless its file began anew.
 *
 * @param runId the run's folder name; empty for none
 * @param read whether the run's file has been read yet
 * @param clean clean accuracy in percent
 * @param robust robust accuracy in percent
 * @param loss training loss in nats
 * @param gaps what was measured and is no number, in words; empty if there is nothing
 */
public record TrainingCurves(
        String runId,
        boolean read,
        List<CurvePoint> clean,
        List<CurvePoint> robust,
        List<CurvePoint> loss,
        String gaps) {

    /** No run. */
    public static final TrainingCurves NONE = unread("");

    /**
     * One point.
     *
     * @param epoch completed epochs, with the fraction of the current one
     * @param value in the curve's unit; NaN for what was measured and is no finite number
     */
    public record CurvePoint(double epoch, double value) {}

    public TrainingCurves {
        clean = List.copyOf(clean);
        robust = List.copyOf(robust);
        loss = List.copyOf(loss);
    }

    /** The curves of a run whose file has not been read yet. */
    public static TrainingCurves unread(String runId) {
        return new TrainingCurves(runId, false, List.of(), List.of(), List.of(), "");
    }

    /** The curves of everything measured. */
    public static TrainingCurves of(String runId, List<Measurement> measurements) {
        return new TrainingCurves(
                runId,
                true,
                points(measurements, Metric.CLEAN_ACCURACY, 100),
                points(measurements, Metric.ROBUST_ACCURACY, 100),
                points(measurements, Metric.TRAIN_LOSS, 1),
                gaps(measurements));
    }

    private static List<CurvePoint> points(List<Measurement> measurements, Metric metric, double scale) {
        List<CurvePoint> points = new ArrayList<>();
        for (Measurement measurement : measurements) {
            if (!Double.isFinite(measurement.epoch())) {
                continue;
            }
            if (measurement.notFinite().containsKey(metric)) {
                points.add(new CurvePoint(measurement.epoch(), Double.NaN));
            } else {
                measurement
                        .value(metric)
                        .ifPresent(value -> points.add(new CurvePoint(measurement.epoch(), value * scale)));
            }
        }
        return points;
    }

    /** A gap in a curve can mean "not measured" or "not a number"; this says which. */
    private static String gaps(List<Measurement> measurements) {
        long count = 0;
        String first = "";
        for (Measurement measurement : measurements) {
            for (Map.Entry<Metric, String> entry : measurement.notFinite().entrySet()) {
                if (count++ == 0) {
                    first = String.format(
                            Locale.ROOT,
                            "%s was %s at epoch %.2f",
                            entry.getKey().label(),
                            entry.getValue(),
                            measurement.epoch());
                }
            }
        }
        return switch ((int) Math.min(count, 2)) {
            case 0 -> "";
            case 1 -> first + ": the curve has a gap there.";
            default -> first + ", and %d more values were no numbers: the curves have gaps there.".formatted(count - 1);
        };
    }
}
