package org.smoothbench.core.evaluation;

/**
 * How many test images a model gets right.
 *
 * @param examples how many images were looked at
 * @param clean how many it gets right as they are
 * @param robust how many of those no iterate of the attack made it get wrong
 * @param singleStep how many of those a single signed gradient step of the full budget leaves right; negative if it was
 *     not measured
 */
public record Accuracy(int examples, int clean, int robust, int singleStep) {

    public Accuracy {
        if (robust > clean || clean > examples || robust < 0 || singleStep > clean) {
            throw new IllegalArgumentException(
                    "%d robust of %d clean of %d examples cannot be".formatted(robust, clean, examples));
        }
    }

    /** The share that is right as it is, 0 to 1. */
    public double cleanShare() {
        return examples == 0 ? 0 : (double) clean / examples;
    }

    /** The share that stays right under a single step, 0 to 1; negative if it was not measured. */
    public double singleStepShare() {
        return examples == 0 || singleStep < 0 ? -1 : (double) singleStep / examples;
    }

    /** The share that stays right under attack, 0 to 1; never more than {@link #cleanShare()}. */
    public double robustShare() {
        return examples == 0 ? 0 : (double) robust / examples;
    }
}
