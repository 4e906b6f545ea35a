package org.smoothbench.app.charts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.app.follow.Measurements;
import org.smoothbench.viz.chart.Notation;

/** What the horizontal axis of charts counts. */
public enum ChartX {
    /** Steps of the optimiser. */
    STEP("Step", "step", Notation.NUMBER),
    /** Epochs, with the fraction of the current one. */
    EPOCH("Epoch", "epoch", Notation.NUMBER),
    /** Time since the run was started, with the time it lay still. */
    RELATIVE("Time", "time since the start", Notation.DURATION),
    /** Date and time of day. */
    CLOCK("Date", "date and time", Notation.CLOCK);

    private final String label;
    private final String title;
    private final Notation notation;

    ChartX(String label, String title, Notation notation) {
        this.label = label;
        this.title = title;
        this.notation = notation;
    }

    /** What its button says. */
    public String label() {
        return label;
    }

    /** What the axis says. */
    public String title() {
        return title;
    }

    /** How the axis writes its values. */
    public Notation notation() {
        return notation;
    }

    /** The smallest distance of ticks: steps and epochs are counted. */
    public double smallestStep() {
        return notation == Notation.NUMBER ? 1 : 0;
    }

    /** Where the axis begins, if that does not follow from the data. */
    boolean beginsAtZero() {
        return this != CLOCK;
    }

    /**
     * The place of a moment; times in seconds.
     *
     * @param startMillis when the run was started, in milliseconds since 1970
     */
    public double of(Measurements measurements, int row, long startMillis) {
        return switch (this) {
            case STEP -> measurements.step(row);
            case EPOCH -> measurements.epoch(row);
            case RELATIVE -> (measurements.timeMillis(row) - startMillis) / 1000.0;
            case CLOCK -> measurements.timeMillis(row) / 1000.0;
        };
    }

    /** What files call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ChartX> ofKey(String key) {
        return Arrays.stream(values()).filter(x -> x.key().equals(key)).findFirst();
    }
}
