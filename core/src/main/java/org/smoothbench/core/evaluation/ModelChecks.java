package org.smoothbench.core.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.evaluation.ReliabilityFlag.Kind;
import org.smoothbench.core.model.Classifier;
import org.smoothbench.core.problem.Problem;

/** Looks at a model's answers before it is attacked, for what makes attacks unreliable (Croce et al., AutoAttack's flags). */
final class ModelChecks {

    /** How often the same question is asked. */
    private static final int REPETITIONS = 5;

    /** How far apart answers to the same question may be, as a share of the logits' length. */
    private static final double SAME = 1e-4;

    /** How far probabilities may be from summing up to 1. */
    private static final double NEARLY = 1e-5;

    /** Beyond this difference of logits the other classes' probabilities are lost: e to its negative is no float32. */
    private static final double FLOAT_RANGE = 88;

    private ModelChecks() {}

    /**
     * Checks a model on a batch.
     *
     * @throws org.smoothbench.core.problem.ProblemException if its logits are no numbers
     */
    static List<ReliabilityFlag> of(Classifier model, Batch batch) {
        List<ReliabilityFlag> flags = new ArrayList<>();
        float[][] first = logits(model, batch.images());
        requireFinite(first);
        double apart = 0;
        for (int i = 1; i < REPETITIONS; i++) {
            apart = Math.max(apart, apart(first, logits(model, batch.images())));
        }
        if (apart > SAME) {
            flags.add(new ReliabilityFlag(
                    Kind.RANDOMISED,
                    "the model answers the same image differently each time (logits differ by up to "
                            + percent(apart) + " of their length): a single gradient is then a matter of luck; "
                            + "autoattack-rand averages 20 gradients for such models"));
        } else {
            batchDependence(model, batch, first).ifPresent(flags::add);
        }
        probabilities(first).ifPresent(flags::add);
        range(first).ifPresent(flags::add);
        return flags;
    }

    private static float[][] logits(Classifier model, NDArray images) {
        try (NDManager scratch = images.getManager().newSubManager()) {
            NDArray handle = images.stopGradient();
            handle.attach(scratch);
            NDArray logits = model.logits(handle);
            int classes = Math.toIntExact(logits.getShape().get(1));
            float[] values = logits.toFloatArray();
            float[][] rows = new float[values.length / classes][];
            Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * classes, (i + 1) * classes));
            return rows;
        }
    }

    private static void requireFinite(float[][] logits) {
        for (float[] row : logits) {
            for (float value : row) {
                if (!Float.isFinite(value)) {
                    throw new Problem.Data(
                                    "the model gives logits that are no finite numbers",
                                    "",
                                    "see whether its weights are damaged or its normalisation is wrong")
                            .asException();
                }
            }
        }
    }

    /** The largest distance between two answers, as a share of the logits' length. */
    private static double apart(float[][] a, float[][] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            double distance = 0;
            double length = 0;
            for (int k = 0; k < a[i].length; k++) {
                double difference = (double) a[i][k] - b[i][k];
                distance += difference * difference;
                length += (double) a[i][k] * a[i][k];
            }
            most = Math.max(most, Math.sqrt(distance) / (Math.sqrt(length) + 1e-10));
        }
        return most;
    }

    private static Optional<ReliabilityFlag> batchDependence(Classifier model, Batch batch, float[][] together) {
        if (batch.size() < 2) {
            return Optional.empty();
        }
        float[][] alone = logits(model, batch.images().get("0:1"));
        double apart = apart(alone, new float[][] {together[0]});
        // Convolutions of other batch sizes add in another order; that is far below what statistics of a batch change.
        return apart <= 100 * SAME
                ? Optional.empty()
                : Optional.of(new ReliabilityFlag(
                        Kind.BATCH_DEPENDENT,
                        "an image's logits change by " + percent(apart)
                                + " of their length with the other images of its batch, as if batch normalisation were in "
                                + "training mode: which images fall then depends on the batches; put the model in "
                                + "evaluation mode before it is saved"));
    }

    private static Optional<ReliabilityFlag> probabilities(float[][] logits) {
        for (float[] row : logits) {
            double sum = 0;
            for (float value : row) {
                sum += value;
                if (value < -NEARLY || value > 1 + NEARLY) {
                    return Optional.empty();
                }
            }
            if (Math.abs(sum - 1) > NEARLY * row.length) {
                return Optional.empty();
            }
        }
        return Optional.of(new ReliabilityFlag(
                Kind.PROBABILITIES,
                "the model gives probabilities (each row sums to 1) where logits are wanted: cross-entropy is then taken of "
                        + "a softmax of a softmax, whose gradients are small and mislead attacks, so that the model looks "
                        + "more robust than it is; give the model without its softmax"));
    }

    private static Optional<ReliabilityFlag> range(float[][] logits) {
        long beyond = Arrays.stream(logits)
                .filter(row -> largest(row, -1) - largest(row, argmax(row)) > FLOAT_RANGE)
                .count();
        return 4 * beyond <= logits.length
                ? Optional.empty()
                : Optional.of(new ReliabilityFlag(
                        Kind.LOGIT_RANGE,
                        percent((double) beyond / logits.length) + " of the images have logits that are more than "
                                + (int) FLOAT_RANGE
                                + " apart: in 32-bit numbers the probability of every other class is "
                                + "then 0, and cross-entropy has no gradient; trust APGD-DLR, FAB and Square, which do not "
                                + "need it, more than PGD"));
    }

    private static int argmax(float[] row) {
        int best = 0;
        for (int k = 1; k < row.length; k++) {
            best = row[k] > row[best] ? k : best;
        }
        return best;
    }

    private static double largest(float[] row, int except) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < row.length; k++) {
            most = k == except ? most : Math.max(most, row[k]);
        }
        return most;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2g %%", 100 * share);
    }
}
