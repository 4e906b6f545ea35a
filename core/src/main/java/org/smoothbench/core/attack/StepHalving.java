package org.smoothbench.core.attack;

import java.util.Arrays;

/**
 * Decides, image by image, when Auto-PGD halves its step: at a checkpoint, if the loss rose in too few steps of the window,
 * or if the step was not halved at the checkpoint before and the best loss has not improved since.
 */
final class StepHalving {

    /** Rho: the share of steps that must raise the loss. */
    private static final double RISING_SHARE = 0.75;

    private final ApgdSchedule schedule;
    private int window;
    private int taken;
    private float[] previous;
    private int[] rises;
    private float[] bestAtCheck;
    private boolean[] halvedAtCheck;

    /**
     * Before the first step.
     *
     * @param starts the loss of each image where the run begins
     */
    StepHalving(ApgdSchedule schedule, float... starts) {
        this.schedule = schedule;
        window = schedule.first();
        // AutoAttack keeps no loss of the start in its table, so that the first step is compared with a row still zero:
        // it
        // counts as a rise if the loss is positive, which cross-entropy is always and the other losses where the model
        // is
        // wrong. Kept, so that results can be compared.
        previous = new float[starts.length];
        rises = new int[starts.length];
        bestAtCheck = starts.clone();
        halvedAtCheck = new boolean[starts.length];
        // Lets the second condition wait until the second checkpoint.
        Arrays.fill(halvedAtCheck, true);
    }

    /**
     * Takes the losses after a step.
     *
     * @param losses of each image
     * @param best the best of each so far, these included
     * @return whose step is to be halved; empty unless this is a checkpoint
     */
    boolean[] after(float[] losses, float[] best) {
        for (int image = 0; image < losses.length; image++) {
            rises[image] += losses[image] > previous[image] ? 1 : 0;
        }
        previous = losses.clone();
        taken++;
        return taken < window ? new boolean[0] : check(best);
    }

    private boolean[] check(float[] best) {
        boolean[] halved = new boolean[best.length];
        for (int image = 0; image < halved.length; image++) {
            halved[image] = halves(rises[image], window, halvedAtCheck[image], bestAtCheck[image], best[image]);
        }
        halvedAtCheck = halved.clone();
        bestAtCheck = best.clone();
        Arrays.fill(rises, 0);
        taken = 0;
        window = schedule.after(window);
        return halved;
    }

    /** The decision for one image. */
    static boolean halves(int rises, int window, boolean halvedBefore, float bestBefore, float best) {
        boolean oscillates = rises <= RISING_SHARE * window;
        boolean stands = !halvedBefore && bestBefore >= best;
        return oscillates || stands;
    }

    /** Forgets all images but those of some rows. */
    void keep(int... rows) {
        float[] oldPrevious = previous;
        int[] oldRises = rises;
        float[] oldBest = bestAtCheck;
        boolean[] oldHalved = halvedAtCheck;
        previous = new float[rows.length];
        rises = new int[rows.length];
        bestAtCheck = new float[rows.length];
        halvedAtCheck = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            previous[i] = oldPrevious[rows[i]];
            rises[i] = oldRises[rows[i]];
            bestAtCheck[i] = oldBest[rows[i]];
            halvedAtCheck[i] = oldHalved[rows[i]];
        }
    }
}
