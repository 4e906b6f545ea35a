package org.smoothbench.core.training;

import java.util.function.BooleanSupplier;

/**
 * Times work that asks now and then whether to stop. A paused run is kept waiting for the answer; that time does not count.
 */
final class WorkTime implements BooleanSupplier {

    private final BooleanSupplier stop;
    private final long began = System.nanoTime();
    private long waitedNanos;

    /** Begins to count. */
    WorkTime(BooleanSupplier stop) {
        this.stop = stop;
    }

    @Override
    public boolean getAsBoolean() {
        long asked = System.nanoTime();
        boolean answer = stop.getAsBoolean();
        waitedNanos += System.nanoTime() - asked;
        return answer;
    }

    /** Seconds of work so far. */
    double seconds() {
        return (System.nanoTime() - began - waitedNanos) / 1e9;
    }
}
