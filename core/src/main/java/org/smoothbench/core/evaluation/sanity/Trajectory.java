package org.smoothbench.core.evaluation.sanity;

import org.smoothbench.core.attack.StepObserver;

/** Follows the images of one batch through an attack of one run. */
final class Trajectory implements StepObserver {

    private final double[] losses;
    private final boolean[][] fooledAt;

    Trajectory(int images, int steps) {
        losses = new double[steps + 1];
        fooledAt = new boolean[steps + 1][images];
    }

    @Override
    public void stepped(int run, int step, int[] places, double[] loss, boolean[] correct) {
        for (int i = 0; i < places.length; i++) {
            losses[step] += loss[i];
            fooledAt[step][places[i]] = !correct[i];
        }
    }

    /** The sums of the images' losses at the start and after each step. */
    double[] losses() {
        return losses;
    }

    /** Whom the iterate after some steps fools. */
    boolean[] fooledAt(int step) {
        return fooledAt[step];
    }

    /** Whom any iterate up to some step fools. */
    boolean[] fooledUpTo(int step) {
        boolean[] fooled = new boolean[fooledAt[0].length];
        for (int i = 0; i <= step; i++) {
            for (int place = 0; place < fooled.length; place++) {
                fooled[place] |= fooledAt[i][place];
            }
        }
        return fooled;
    }
}
