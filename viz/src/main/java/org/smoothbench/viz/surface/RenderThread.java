package org.smoothbench.viz.surface;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thread that works on the latest frame it was given; one that comes before it got to the last replaces it. */
final class RenderThread {
    private final Consumer<SurfaceFrame> work;
    private final Thread thread;
    private @Nullable SurfaceFrame waiting;
    private boolean closed;

    /** Starts the thread. It keeps no program from ending. */
    RenderThread(Consumer<SurfaceFrame> work) {
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name("surface-renderer").unstarted(this::run);
        thread.start();
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

    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        for (var frame = take(); frame != null; frame = take()) {
            work.accept(frame);
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
