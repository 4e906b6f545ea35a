package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

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

    Visit(
            int run,
            int step,
            int[] places,
            int[] rows,
            NDArray iterates,
            NDArray logits,
            double[] losses,
            boolean[] correct) {
        this.run = run;
        this.step = step;
        this.places = places;
        this.rows = rows;
        this.iterates = iterates;
        this.logits = logits;
        this.losses = losses;
        this.correct = correct;
    }

    /** The same as part of a larger attack. */
    Visit of(int newRun, int[] newPlaces) {
        return new Visit(newRun, step, newPlaces, rows, iterates, logits, losses, correct);
    }

    /** Which run it is: restarts of the first target, then those of the next. */
    public int run() {
        return run;
    }

    /** How many steps were taken; 0 at the start. */
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

    /** What is ascended, for each of the places. */
    public double[] losses() {
        return losses;
    }

    /** Whether the model is right about each of the places. */
    public boolean[] correct() {
        return correct;
    }
}
