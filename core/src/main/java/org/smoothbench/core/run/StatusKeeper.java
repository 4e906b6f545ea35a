package org.smoothbench.core.run;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes {@code status.json} for a worker: about once a second while it is open, and at once when the state changes. Safe
 * for any thread.
 */
public final class StatusKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusKeeper.class);
    private static final long PERIOD_MILLIS = 1000;

    private final RunDirectory run;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());
    private RunStatus status;

    /** Takes over from the last status, as the process this runs in, and begins to beat. */
    public StatusKeeper(RunDirectory run, RunStatus last, String message) throws IOException {
        this.run = run;
        long now = System.currentTimeMillis();
        this.status = new RunStatus(
                RunState.RUNNING,
                WorkerProcess.current(),
                last.createdMillis(),
                now,
                now,
                0,
                Progress.NONE,
                "",
                message);
        write();
        var _ = heart.scheduleAtFixedRate(this::beat, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Changes what the next heartbeat says. */
    public synchronized void update(UnaryOperator<RunStatus> change) {
        status = change.apply(status);
    }

    /** Changes the status and writes it at once, as a beat does. */
    public void announce(UnaryOperator<RunStatus> change) {
        update(change);
        beat();
    }

    /** The status as it stands. */
    public synchronized RunStatus now() {
        return status;
    }

    /** Ends the run and writes its last status; nothing is written after it. */
    public void end(RunState state, String message) throws IOException {
        close();
        synchronized (this) {
            status = status.ended(state, message, System.currentTimeMillis());
            write();
        }
    }

    private synchronized void beat() {
        try {
            status = status.beaten(System.currentTimeMillis());
            write();
        } catch (IOException | RuntimeException e) {
            // A full disk may have room again at the next beat; training goes on meanwhile.
            LOG.warn("status of {} could not be written", run.id(), e);
        }
    }

    private synchronized void write() throws IOException {
        status.writeTo(run);
    }

    /** Stops beating and waits for a beat in progress; the status stays as it was last written. */
    @Override
    public void close() {
        heart.shutdown();
        try {
            if (!heart.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the heartbeat of {} did not stop", run.id());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
