package org.smoothbench.core.data;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.problem.ProblemException;

/** Decodes a list of image files into one array with as many threads as there are processors, up to eight. */
final class ParallelDecoding {

    /** Beyond this the archive, not the decoder, sets the pace. */
    private static final int MOST_THREADS = 8;

    private final List<ImageFile> files;
    private final ImageDecoder.Size size;
    private final byte[] pixels;
    private final AtomicInteger next = new AtomicInteger();
    private final Object lock = new Object();
    private int firstFailed;
    private @Nullable ProblemException failure;

    private ParallelDecoding(List<ImageFile> files, ImageDecoder.Size size, byte[] pixels) {
        this.files = files;
        this.size = size;
        this.pixels = pixels;
        this.firstFailed = files.size();
    }

    /**
     * Decodes all files.
     *
     * @param files the files, all of one size
     * @param size that size
     * @param pixels where to, image by image
     * @throws ProblemException of the first file, in the order of the list, that cannot be used
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    static void decode(List<ImageFile> files, ImageDecoder.Size size, byte[] pixels) {
        new ParallelDecoding(files, size, pixels).run();
    }

    private void run() {
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

    /** Takes file after file; files before a failed one are still looked at, so that the first failure is told. */
    private @Nullable Void work() {
        int index = next.getAndIncrement();
        while (index < endOfWork() && !Thread.currentThread().isInterrupted()) {
            try {
                ImageDecoder.decode(files.get(index), size, pixels, (int) (index * size.bytes()));
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
