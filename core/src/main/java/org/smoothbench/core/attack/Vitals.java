package org.smoothbench.core.attack;

import java.util.Arrays;

/** Watches over one run of a gradient attack for signs that gradients failed it. */
final class Vitals {

    private final float[] first;
    private final float[] best;
    private final boolean[] seen;
    private final boolean[] flat;
    private final boolean[] odd;

    Vitals(int images) {
        first = new float[images];
        best = new float[images];
        seen = new boolean[images];
        flat = new boolean[images];
        odd = new boolean[images];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
    }

    /**
     * Takes notice of what a pass said of an image.
     *
     * @param place the image's place in the run's batch
     */
    void see(int place, Reading reading, int row) {
        float loss = reading.loss(row);
        if (!seen[place]) {
            seen[place] = true;
            first[place] = loss;
            flat[place] = reading.slope(row) == 0;
        }
        best[place] = loss > best[place] ? loss : best[place];
        odd[place] |= !reading.finite(row);
    }

    /** The signs seen. */
    Symptoms symptoms(Finds finds) {
        int stuck = 0;
        for (int place = 0; place < best.length; place++) {
            stuck += best[place] <= first[place] && !finds.fell(place) ? 1 : 0;
        }
        return new Symptoms(best.length, count(flat), stuck, count(odd));
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean each : flags) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
