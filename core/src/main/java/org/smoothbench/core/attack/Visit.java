package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.engine.Batch;

/**
 * What a model said of the iterates of one step. The tensors belong to the attack and live only as long as the call that
 * hands them over; arrays are shared, not copied.
 */
public final class Visit {

    private final int run;
    private final int step;
    private final int[] places;
    private final int[] rows;
    private final NDArray iterates;
    private final NDArray logits;
    private final double[] losses;
    private final boolean[] correct;
    private final boolean[] within;

    Visit(
            int run,
            int step,
            int[] places,
            int[] rows,
            NDArray iterates,
            NDArray logits,
            double[] losses,
            boolean[] correct,
            boolean[] within) {
        this.run = run;
        this.step = step;
        this.places = places;
        this.rows = rows;
        this.iterates = iterates;
        this.logits = logits;
        this.losses = losses;
        this.correct = correct;
        this.within = within;
    }

    /** The same as part of a larger attack. */
    Visit of(int newRun, int[] newPlaces) {
        return new Visit(newRun, step, newPlaces, rows, iterates, logits, losses, correct, within);
    }

    /**
     * What a model said of the iterates of an attack that goes by the margin: the loss is the largest other logit less that
     * of the image's class.
     *
     * @param batch of the attack, which the places are of
     */
    static Visit byMargin(
            int step, int[] places, int[] rows, NDArray iterates, NDArray logits, Batch batch, boolean[] within) {
        float[] numbers = logits.toFloatArray();
        int classes = Math.toIntExact(logits.getShape().get(1));
        double[] margins = new double[places.length];
        boolean[] correct = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            int label = batch.label(places[i]);
            int first = rows[i] * classes;
            int predicted = 0;
            float other = Float.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                predicted = numbers[first + k] > numbers[first + predicted] ? k : predicted;
                other = k == label ? other : Math.max(other, numbers[first + k]);
            }
            margins[i] = (double) other - numbers[first + label];
            correct[i] = predicted == label;
        }
        return new Visit(0, step, places, rows, iterates, logits, margins, correct, within);
    }

    /** Which run it is: restarts of the first target, then those of the next. */
    public int run() {
        return run;
    }

    /** How many steps were taken, or moves tried; 0 at the start. */
    public int step() {
        return step;
    }

    /** Which images these are, by their places in the batch of the attack. */
    public int[] places() {
        return places;
    }

    /** Where in the tensors each of the places lies; other rows are of images that fell. */
    public int[] rows() {
        return rows;
    }

    /** Float32 in [0, 1], shape (rows, channels, height, width). */
    public NDArray iterates() {
        return iterates;
    }

    /** Shape (rows, classes). */
    public NDArray logits() {
        return logits;
    }

    /** What is ascended, for each of the places; the margin where nothing is. */
    public double[] losses() {
        return losses;
    }

    /** Whether the model is right about each of the places. */
    public boolean[] correct() {
        return correct;
    }

    /** Whether each of the places lies within the budget; only FAB leaves it. */
    public boolean[] within() {
        return within;
    }
}
