package org.smoothbench.app.follow;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands values from one thread to another so that the receiver gets the newest and is never flooded: at most one hand-over
 * is pending, and a value that comes meanwhile replaces the one that waits. Safe for any thread.
 *
 * @param <T> an immutable value, whole in itself
 */
public final class LatestValue<T> implements Consumer<T> {

    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Executor receiverThread;
    private final Consumer<T> receiver;

    /** Hands over to a receiver, which is called on a thread of the executor. */
    public LatestValue(Executor receiverThread, Consumer<T> receiver) {
        this.receiverThread = receiverThread;
        this.receiver = receiver;
    }

    @Override
    public void accept(T value) {
        if (waiting.getAndSet(value) == null) {
            receiverThread.execute(this::handOver);
        }
    }

    private void handOver() {
        T value = waiting.getAndSet(null);
        if (value != null) {
            receiver.accept(value);
        }
    }
}
