package org.smoothbench.core.attack;

/**
 * Signs that an attack may have failed for want of gradients rather than for the model's robustness (Carlini et al. 2019).
 * Counts of images at the start of a run; an image that is attacked by several runs counts in each.
 *
 * @param runs how many images were attacked, by how many runs each
 * @param zeroGradients how many had a gradient of nothing but zeros where the run began
 * @param stuck how many kept the loss they began with: no iterate was better, and they did not fall
 * @param notFinite how many met a loss or gradient that was no finite number
 */
public record Symptoms(long runs, long zeroGradients, long stuck, long notFinite) {

    /** Nothing was looked at, as in attacks without gradients. */
    public static final Symptoms NONE = new Symptoms(0, 0, 0, 0);

    /** Those of two parts of an attack together. */
    public Symptoms plus(Symptoms other) {
        return new Symptoms(
                runs + other.runs,
                zeroGradients + other.zeroGradients,
                stuck + other.stuck,
                notFinite + other.notFinite);
    }
}
