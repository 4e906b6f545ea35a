package org.smoothbench.core.probe.bench;

import java.util.Comparator;

/**
 * Where an attack was after some steps.
 *
 * @param step how many steps were taken, or moves tried; 0 at the start
 * @param picture the image there, in [0, 1]
 * @param answer what the model says of it
 * @param loss what the attack ascends; the margin where it ascends nothing
 * @param distance from the clean image in the norm of the threat model, on the [0, 1] scale
 * @param correct whether the model sees the image's class
 * @param within whether it lies within the budget; only FAB leaves it
 */
public record Iterate(
        int step, Picture picture, Answer answer, double loss, double distance, boolean correct, boolean within) {

    /**
     * Nearer to what the attack seeks is larger: adversarial examples, then what fools the model from outside the budget, the
     * nearest first, then the larger loss.
     */
    static final Comparator<Iterate> BY_SUCCESS = Comparator.comparing(Iterate::fools)
            .thenComparing(at -> !at.correct)
            .thenComparingDouble(at -> at.correct || at.within ? at.loss : -at.distance);

    /** Whether it is an adversarial example: wrong, and within the budget. */
    public boolean fools() {
        return !correct && within;
    }
}
