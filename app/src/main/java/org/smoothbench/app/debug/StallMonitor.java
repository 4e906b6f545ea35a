package org.smoothbench.app.debug;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Finds out when the FX thread answers late: asks it for a sign of life again and again from a daemon thread, and while the
 * answer is overdue looks at what the thread is doing. Safe for any thread.
 */
public final class StallMonitor implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;
    private static final int DEEPEST = 24;

    /**
     * A late answer.
     *
     * @param duration how long the FX thread did not answer
     * @param doing what it did when the answer became overdue, innermost call first; empty if it came right then
     */
    public record Stall(Duration duration, String doing) {}

    private final Duration tolerated;
    private final Consumer<Stall> receiver;
    private final Thread watcher;
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong stalls = new AtomicLong();
    private volatile Optional<Thread> fxThread = Optional.empty();

    /**
     * Begins to watch.
     *
     * @param tolerated answers that take no longer are none of the receiver's business
     * @param receiver told of each stall once it is over, on the watching thread
     */
    public StallMonitor(Duration tolerated, Consumer<Stall> receiver) {
        this.tolerated = tolerated;
        this.receiver = receiver;
        watcher = Thread.ofPlatform().daemon().name("stall-monitor").start(this::watch);
    }

    /** The longest time without an answer so far. */
    public Duration longest() {
        return Duration.ofNanos(longestNanos.get());
    }

    /** How many answers took longer than is tolerated. */
    public long stalls() {
        return stalls.get();
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ask();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        long asked = System.nanoTime();
        Platform.runLater(() -> {
            fxThread = Optional.of(Thread.currentThread());
            answer.countDown();
        });
        String doing = "";
        if (!answer.await(tolerated.toNanos(), TimeUnit.NANOSECONDS)) {
            doing = fxThread.map(StallMonitor::stack).orElse("");
            answer.await();
        }
        long taken = System.nanoTime() - asked;
        longestNanos.accumulateAndGet(taken, Math::max);
        if (taken > tolerated.toNanos()) {
            stalls.incrementAndGet();
            receiver.accept(new Stall(Duration.ofNanos(taken), doing));
        }
    }

    private static String stack(Thread thread) {
        StringBuilder text = new StringBuilder();
        StackTraceElement[] calls = thread.getStackTrace();
        for (int i = 0; i < Math.min(calls.length, DEEPEST); i++) {
            text.append("\n    at ").append(calls[i]);
        }
        return text.toString();
    }
}
