package org.smoothbench.core.evaluation.sanity;

import java.util.Arrays;
import org.smoothbench.core.attack.StepObserver;

/** Remembers from which random start each image of a batch fell first. */
final class StartCount implements StepObserver {

    private final int[] fellAt;

    StartCount(int images) {
        fellAt = new int[images];
        Arrays.fill(fellAt, Integer.MAX_VALUE);
    }

    @Override
    public void stepped(int run, int step, int[] places, double[] losses, boolean[] correct) {
        for (int i = 0; i < places.length; i++) {
            if (!correct[i]) {
                fellAt[places[i]] = Math.min(fellAt[places[i]], run);
            }
        }
    }

    /** How many images no one of the first starts leads to the fall of. */
    int standing(int starts) {
        return (int) Arrays.stream(fellAt).filter(run -> run >= starts).count();
    }
}
