package org.smoothbench.core.data;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.problem.ProblemException;

/** Visits the images of a list with as many threads as there are processors, up to eight. */
final class ParallelDecoding {

    /** Beyond this the archive, not the decoder, sets the pace. */
    private static final int MOST_THREADS = 8;

    private final IntConsumer visit;
    private final AtomicInteger next = new AtomicInteger();
    private final Object lock = new Object();
    private int firstFailed;
    private @Nullable ProblemException failure;

    private ParallelDecoding(int images, IntConsumer visit) {
        this.visit = visit;
        this.firstFailed = images;
    }

    /**
     * Visits all images.
     *
     * @param images how many there are
     * @param visit called once with each place, from several threads
     * @throws ProblemException of the first image, in the order of the list, whose visit threw one
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    static void forEach(int images, IntConsumer visit) {
        new ParallelDecoding(images, visit).run();
    }

    private void run() {
        if (Thread.currentThread().isInterrupted()) {
            // Work that is done already would be handed over without a look at the interruption.
            throw new CancellationException("loading images was interrupted");
        }
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        Callable<Void> work = this::work;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> part : pool.invokeAll(Collections.nCopies(threads, work))) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("loading images was interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("decoding failed", e.getCause());
        }
        synchronized (lock) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** Takes image after image; those before a failed one are still looked at, so that the first failure is told. */
    private @Nullable Void work() {
        int index = next.getAndIncrement();
        while (index < endOfWork() && !Thread.currentThread().isInterrupted()) {
            try {
                visit.accept(index);
            } catch (ProblemException e) {
                fail(index, e);
            }
            index = next.getAndIncrement();
        }
        return null;
    }

    private int endOfWork() {
        synchronized (lock) {
            return firstFailed;
        }
    }

    private void fail(int index, ProblemException problem) {
        synchronized (lock) {
            if (index < firstFailed) {
                firstFailed = index;
                failure = problem;
            }
        }
    }
}
