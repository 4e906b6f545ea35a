package org.smoothbench.app.queue;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.launch.QueueSnapshot;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.problem.ProblemException;

/**
 * Looks at the queue at every interval, on a daemon thread of its own, and takes it further where the worker that should have
 * done so was killed. Safe for any thread.
 */
public final class QueueFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueFollower.class);

    private final RunQueue queue;
    private final Duration interval;
    private final Consumer<QueueSnapshot> receiver;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("queue-follower").factory());
    private String lastTrouble = "";

    /** A follower that has yet to be started; the receiver is called on its thread. */
    public QueueFollower(RunQueue queue, Duration interval, Consumer<QueueSnapshot> receiver) {
        this.queue = queue;
        this.interval = interval;
        this.receiver = receiver;
    }

    /** Starts to follow. */
    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks now instead of at the next interval. */
    public void refresh() {
        try {
            thread.execute(this::look);
        } catch (RejectedExecutionException _) {
            LOG.debug("The queue is no longer followed");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            receiver.accept(queue.look());
            queue.advance();
            lastTrouble = "";
        } catch (ProblemException e) {
            // Said once and not at every look.
            if (!lastTrouble.equals(e.problem().line())) {
                lastTrouble = e.problem().line();
                LOG.warn("{}", lastTrouble);
            }
        } catch (RuntimeException e) {
            // A fault at one look must not end the following.
            LOG.error("The queue could not be followed", e);
        }
    }
}
