package org.smoothbench.core.probe.bench;

import java.util.Arrays;
import org.smoothbench.core.attack.PathObserver;
import org.smoothbench.core.attack.Visit;

/**
 * Keeps for each image of a batch the iterate with the largest loss of those that fool the model, or of all while none does;
 * what lies outside the budget does not count.
 */
final class StrongestIterates implements PathObserver {

    private final int pixels;
    private final float[] images;
    private final double[] losses;
    private final boolean[] fooled;

    /**
     * Begins with the images themselves.
     *
     * @param images the clean ones, one after the other; shared, and overwritten
     */
    StrongestIterates(float[] images, int count) {
        this.images = images;
        pixels = images.length / count;
        losses = new double[count];
        Arrays.fill(losses, Double.NEGATIVE_INFINITY);
        fooled = new boolean[count];
    }

    @Override
    public void visited(Visit visit) {
        float[] iterates = visit.iterates().toFloatArray();
        for (int i = 0; i < visit.places().length; i++) {
            if (!visit.within()[i]) {
                continue;
            }
            int place = visit.places()[i];
            boolean fools = !visit.correct()[i];
            double loss = visit.losses()[i];
            if (fools == fooled[place] ? loss > losses[place] : fools) {
                losses[place] = loss;
                fooled[place] = fools;
                System.arraycopy(iterates, visit.rows()[i] * pixels, images, place * pixels, pixels);
            }
        }
    }

    @Override
    public boolean toTheEnd() {
        return true;
    }

    /** The examples, one after the other. */
    float[] images() {
        return images;
    }
}
