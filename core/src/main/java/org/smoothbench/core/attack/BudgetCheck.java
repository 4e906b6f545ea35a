package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import java.util.Locale;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/** Looks at adversarial examples once more, in double precision and without any of the attacks' arithmetic. */
public final class BudgetCheck {

    /** What rounding to float32 may add to a distance, for each 1 of a budget above 1. */
    private static final double TOLERANCE = 1e-6;

    private final ThreatModel threat;

    /** A check of this budget. */
    public BudgetCheck(ThreatModel threat) {
        this.threat = threat;
    }

    /**
     * Accepts adversarial examples all of whose pixels are numbers in [0, 1] and that are within the budget. Waits for the
     * device.
     *
     * @param clean shape (images, channels, height, width)
     * @param adversarial of the same shape
     * @throws ProblemException naming the first violation, a fault of the program
     */
    public void accept(NDArray clean, NDArray adversarial) {
        float[] from = clean.toFloatArray();
        float[] to = adversarial.toFloatArray();
        if (from.length != to.length) {
            throw violation("there are %d pixels for %d".formatted(to.length, from.length));
        }
        int pixels = from.length / (int) Math.max(1, clean.getShape().get(0));
        for (int begin = 0; begin < from.length; begin += pixels) {
            accept(begin / pixels, from, to, begin, begin + pixels);
        }
    }

    private void accept(int image, float[] from, float[] to, int begin, int end) {
        double largest = 0;
        double squares = 0;
        for (int i = begin; i < end; i++) {
            if (!(to[i] >= 0 && to[i] <= 1)) {
                throw violation("a pixel of image %d of the batch is %s, outside [0, 1]".formatted(image, to[i]));
            }
            double moved = (double) to[i] - from[i];
            largest = Math.max(largest, Math.abs(moved));
            squares += moved * moved;
        }
        double distance = switch (threat) {
            case ThreatModel.Linf _ -> largest;
            case ThreatModel.L2 _ -> Math.sqrt(squares);
        };
        if (!(distance <= threat.radius() + TOLERANCE * Math.max(1, threat.radius()))) {
            throw violation(String.format(
                    Locale.ROOT,
                    "image %d of the batch was moved by %.9f on the [0, 1] scale, %.3g more than the budget (%s)",
                    image,
                    distance,
                    distance - threat.radius(),
                    threat.label()));
        }
    }

    private static ProblemException violation(String what) {
        return new Problem.Internal(
                        "an attack broke its rules: " + what,
                        "",
                        "report this; the numbers of this evaluation are void")
                .asException();
    }
}
