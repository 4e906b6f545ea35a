package org.smoothbench.viz.chart;

/** How the values of an axis are written, and with it where its ticks lie. */
public enum Notation {
    /** As numbers, in the axis' unit. */
    NUMBER,
    /** Seconds, as lengths of time such as "1 h 30 min". */
    DURATION,
    /** Seconds since 1970, as dates and times of day where this machine is. */
    CLOCK;

    /** What the values of a data file are in; empty if the axis' own unit says it. */
    String dataUnit() {
        return switch (this) {
            case NUMBER -> "";
            case DURATION -> "s";
            case CLOCK -> "s since 1970";
        };
    }
}
