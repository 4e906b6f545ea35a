package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/**
 * Which of the training images are trained on and which are kept back. Every class keeps its share, and the images are
 * drawn from the seed alone; the validation images are the same whatever number is trained on.
 */
public record SplitSpec(
        @Setting(
                help = "How many training images are used; 0 for all that are left",
                unit = "images",
                min = 0,
                max = 100000000,
                defaultValue = "0")
        int training,

        @Setting(
                help = "How many training images are kept for validation; 0 for none",
                unit = "images",
                min = 0,
                max = 100000000,
                defaultValue = "0")
        int validation,

        @Setting(
                help =
                        "Seed the choice follows from; apart from the run's, so that runs with other seeds share a split",
                min = 0,
                max = Integer.MAX_VALUE,
                defaultValue = "0")
        int seed) {

    /** All images to train on, none for validation. */
    public static final SplitSpec ALL = new SplitSpec(0, 0, 0);
}
