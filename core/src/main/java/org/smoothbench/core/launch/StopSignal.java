package org.smoothbench.core.launch;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.run.ControlRequests;

/** Whether a worker should stop: asked for by a file in {@code control/} or by a signal to the process. */
final class StopSignal implements BooleanSupplier {

    /** Looking for the file at every step would be dear on a network file system. */
    private static final long LOOK_NANOS = 250_000_000L;

    private final ControlRequests requests;
    private final AtomicBoolean interrupted;
    private long lastLook = System.nanoTime() - LOOK_NANOS;
    private boolean requested;

    StopSignal(ControlRequests requests, AtomicBoolean interrupted) {
        this.requests = requests;
        this.interrupted = interrupted;
    }

    @Override
    public boolean getAsBoolean() {
        long now = System.nanoTime();
        if (!requested && now - lastLook >= LOOK_NANOS) {
            lastLook = now;
            requested = requests.stopRequested();
        }
        return requested || interrupted.get();
    }
}
