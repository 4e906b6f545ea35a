package org.smoothbench.core.cli;

import java.util.Locale;

/** Times as people read them. */
final class Durations {

    private Durations() {}

    /** Such as {@code 45 s}, {@code 2 min 10 s} or {@code 3 h 05 min}; a dash for unknown, which is negative. */
    static String text(double seconds) {
        if (!(seconds >= 0)) {
            return "-";
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
    }
}
