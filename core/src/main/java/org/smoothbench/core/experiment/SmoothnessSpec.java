package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/** How smoothness is measured while training goes on: medians over test images, within the evaluation attack's budget. */
public record SmoothnessSpec(
        @Setting(
                help = "Measure after every so many epochs, and after the last; 0 for never",
                unit = "epochs",
                min = 0,
                max = 100000,
                defaultValue = "0")
        int every,

        @Setting(
                help = "How many test images are used, spread evenly over the set",
                unit = "images",
                min = 1,
                max = 10000000,
                defaultValue = "256")
        int examples) {

    /** Not at all. */
    public static final SmoothnessSpec NEVER = new SmoothnessSpec(0, 256);

    /**
     * Whether it is time to.
     *
     * @param completed epochs, the one that has just ended among them
     */
    public boolean due(int completed, int epochs) {
        return every > 0 && (completed % every == 0 || completed == epochs);
    }
}
