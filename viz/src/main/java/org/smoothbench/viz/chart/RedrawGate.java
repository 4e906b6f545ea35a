package org.smoothbench.viz.chart;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Decides when a chart draws: only if something changed and it is showing, and for data at most ten times a second. */
final class RedrawGate {
    static final Duration DATA_PERIOD = Duration.ofMillis(100);

    /** Runs something once after a while, on the FX thread. */
    @FunctionalInterface
    interface Delay {
        void after(Duration time, Runnable action);
    }

    private final Runnable requestPulse;
    private final Delay delay;
    private final LongSupplier nanoTime;

    private boolean showing;
    private boolean dirty = true;
    private boolean waiting;
    private long lastDrawn;

    RedrawGate(Runnable requestPulse, Delay delay, LongSupplier nanoTime) {
        this.requestPulse = requestPulse;
        this.delay = delay;
        this.nanoTime = nanoTime;
        this.lastDrawn = nanoTime.getAsLong() - DATA_PERIOD.toNanos();
    }

    /** New points: they can wait for the next tenth of a second. */
    void dataChanged() {
        dirty = true;
        if (!showing || waiting) {
            return;
        }
        var rest = DATA_PERIOD.minusNanos(nanoTime.getAsLong() - lastDrawn);
        if (rest.isPositive()) {
            waiting = true;
            delay.after(rest, this::waited);
        } else {
            requestPulse.run();
        }
    }

    /** A hand, a size or a style changed something: the next pulse shows it. */
    void changed() {
        dirty = true;
        if (showing) {
            requestPulse.run();
        }
    }

    void setShowing(boolean value) {
        showing = value;
        if (showing && dirty) {
            requestPulse.run();
        }
    }

    /** Asked once per pulse; true means that the caller draws now. */
    boolean takeTurn() {
        if (!showing || !dirty) {
            return false;
        }
        dirty = false;
        lastDrawn = nanoTime.getAsLong();
        return true;
    }

    /** Whether what is on the screen is up to date. */
    boolean isSettled() {
        return !dirty;
    }

    private void waited() {
        waiting = false;
        if (showing && dirty) {
            requestPulse.run();
        }
    }
}
