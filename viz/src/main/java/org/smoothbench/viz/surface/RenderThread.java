package org.smoothbench.viz.surface;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thread that works on the latest frame it was given; one that comes before it got to the last replaces it. */
final class RenderThread {
    /** What debuggers call it. */
    static final String NAME = "surface-renderer";

    private final Consumer<SurfaceFrame> work;
    private @Nullable SurfaceFrame waiting;
    private boolean closed;

    /** Starts the thread. It keeps no program from ending. */
    RenderThread(Consumer<SurfaceFrame> work) {
        this.work = work;
        Thread.ofPlatform().daemon().name(NAME).start(this::run);
    }

    /** Any thread. */
    synchronized void submit(SurfaceFrame frame) {
        waiting = frame;
        notifyAll();
    }

    /** Any thread; what is being drawn is finished. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void run() {
        for (var frame = take(); frame != null; frame = take()) {
            try {
                work.accept(frame);
            } catch (RuntimeException e) {
                // Told as any fault is, but the next frame gets its chance: the view must not stand still for ever.
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }

    private synchronized @Nullable SurfaceFrame take() {
        while (waiting == null && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                return null;
            }
        }
        var frame = closed ? null : waiting;
        waiting = null;
        return frame;
    }
}
