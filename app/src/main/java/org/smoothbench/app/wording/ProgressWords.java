package org.smoothbench.app.wording;

import java.util.Locale;
import org.smoothbench.core.run.Progress;

/** Progress in words. */
public final class ProgressWords {

    private ProgressWords() {}

    /** Such as {@code epoch 7/15 · 41 % · 2 min left}; what is not known is left out. */
    public static String of(Progress progress) {
        if (progress.steps() == 0) {
            return "preparing";
        }
        return "epoch %d/%d · %s".formatted(progress.currentEpoch(), progress.epochs(), brief(progress));
    }

    /** The same without the epoch, such as {@code 41 % · 2 min left}, where there is little room. */
    public static String brief(Progress progress) {
        return progress.steps() == 0 ? "preparing" : percent(progress.fraction()) + left(progress);
    }

    private static String left(Progress progress) {
        return progress.etaSeconds() < 0 ? "" : " · " + duration(progress.etaSeconds()) + " left";
    }

    /** Whole percents, rounded down, so that 100 % is said only of what is complete. */
    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%d %%", (int) Math.floor(fraction * 100 + 1e-9));
    }

    /** A duration in the one or two units that matter. */
    public static String duration(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        long minutes = Math.round(seconds / 60);
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48
                ? "%d h %d min".formatted(hours, minutes % 60)
                : "%d days".formatted(Math.round(hours / 24.0));
    }
}
