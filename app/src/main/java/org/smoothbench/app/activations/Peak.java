package org.smoothbench.app.activations;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a function is farthest from 0, kinks and jumps of it left out.
 *
 * @param size the absolute value, or its limit
 * @param at the place; 0 also for a limit at 0 from one side
 */
public record Peak(double size, double at) {

    private static final double NEAREST = 1e-9;
    private static final double DECADES = 13;
    private static final int STEPS_PER_DECADE = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int CUTS = 80;

    /**
     * Looks on both sides of 0, at its limits and on a logarithmic grid from 1e-9 to 1e4, so that bends of every sharpness
     * are met alike, and closes in between the neighbours of the best place by the golden section.
     */
    static Peak of(DoubleUnaryOperator function) {
        ZeroLimits limits = ZeroLimits.of(function);
        Peak best = new Peak(Math.max(Math.abs(limits.left()), Math.abs(limits.right())), 0);
        for (int sign : new int[] {-1, 1}) {
            for (int i = 0; i <= DECADES * STEPS_PER_DECADE; i++) {
                double x = place(sign, i);
                if (Math.abs(function.applyAsDouble(x)) > best.size) {
                    Peak closer = closeIn(function, place(sign, i - 1), place(sign, i + 1));
                    // A maximum at 0 itself is approached here without an end.
                    best = closer.size > best.size * (1 + 1e-9) ? closer : best;
                }
            }
        }
        return best;
    }

    private static double place(int sign, int step) {
        return sign * NEAREST * Math.pow(10, (double) step / STEPS_PER_DECADE);
    }

    private static Peak closeIn(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        for (int cut = 0; cut < CUTS; cut++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (Math.abs(function.applyAsDouble(left)) > Math.abs(function.applyAsDouble(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        double at = (low + high) / 2;
        return new Peak(Math.abs(function.applyAsDouble(at)), at);
    }
}
