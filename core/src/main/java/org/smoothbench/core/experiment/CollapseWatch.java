package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/**
 * Looks out for catastrophic overfitting: robust accuracy collapses while accuracy under a single step rises, since the
 * network has learnt to fool the one-step attack it is trained with (Wong et al. 2020, section 5.4).
 */
public record CollapseWatch(
        @Setting(
                help = "What to do when training collapses; rollback goes on from the best checkpoint's weights",
                defaultValue = "\"report\"")
        Action action,

        @Setting(
                help = "How much of the best robust accuracy must be lost to call it a collapse",
                min = 0.05,
                max = 1,
                defaultValue = "0.5")
        double loss) {

    /** What happens at a collapse. */
    public enum Action {
        /** Nobody looks; saves one gradient pass an image in each evaluation. */
        IGNORE,
        /** It is reported, and training goes on. */
        REPORT,
        /** Training ends; the best checkpoint was taken before. */
        STOP,
        /** Training goes on with the best checkpoint's weights, under the schedule as it stands. */
        ROLLBACK
    }
}
