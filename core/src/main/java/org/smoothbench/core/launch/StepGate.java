package org.smoothbench.core.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunJournal;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.StatusKeeper;
import org.smoothbench.core.training.TrainingObserver;

/**
 * Passed between two steps: says whether to stop, asked for by a file in {@code control/} or by a signal to the process, and
 * holds the run here while it is to pause. On the engine's thread, which sleeps meanwhile; the heart beats on its own.
 */
final class StepGate implements BooleanSupplier {

    /** Looking for the files at every step would be dear on a network file system. */
    private static final long LOOK_MILLIS = 250;

    private final ControlRequests requests;
    private final AtomicBoolean interrupted;
    private final StatusKeeper status;
    private final RunJournal journal;
    private final TrainingObserver spectator;
    private long lastLook = System.nanoTime() - LOOK_MILLIS * 1_000_000;
    private boolean stopping;

    StepGate(
            ControlRequests requests,
            AtomicBoolean interrupted,
            StatusKeeper status,
            RunJournal journal,
            TrainingObserver spectator) {
        this.requests = requests;
        this.interrupted = interrupted;
        this.status = status;
        this.journal = journal;
        this.spectator = spectator;
    }

    @Override
    public boolean getAsBoolean() {
        long now = System.nanoTime();
        if (!stopped() && now - lastLook >= LOOK_MILLIS * 1_000_000) {
            lastLook = now;
            stopping = requests.stopRequested();
            if (toPause()) {
                pause();
            }
        }
        return stopped();
    }

    private boolean stopped() {
        return stopping || interrupted.get();
    }

    private boolean toPause() {
        return !stopped() && requests.pauseRequested();
    }

    private void pause() {
        RunStatus before = status.now();
        tell("paused", "paused on request");
        status.announce(now -> now.in(RunState.PAUSED, "paused on request"));
        try {
            while (toPause()) {
                Thread.sleep(LOOK_MILLIS);
                stopping = requests.stopRequested();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        if (!stopped()) {
            tell("continued", "going on after a pause");
        }
        status.announce(now -> now.in(before.state(), before.message()));
    }

    private void tell(String type, String message) {
        try {
            journal.event(type, message);
        } catch (IOException e) {
            throw new UncheckedIOException("events cannot be written", e);
        }
        spectator.noticed(type, message);
    }
}
