package org.smoothbench.core.engine;

import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.smoothbench.core.problem.ProblemException;

/**
 * Batches whose images are prepared ahead by threads of its own: decoded, augmented. The threads work on a few images at a
 * time, earlier batches first, and batches come out in their order.
 */
final class HostFeed implements BatchFeed {

    /** Images of one task: enough to be worth a task, few enough that all threads share the first batch. */
    private static final int IMAGES_PER_TASK = 8;

    /** What waiting batches may take; a few batches ahead are enough to even out slow images. */
    private static final long MOST_WAITING_BYTES = 512L << 20;

    private final HostImages images;
    private final BatchPlan plan;
    private final int imageBytes;
    private final int ahead;
    private final ExecutorService threads;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private int submitted;
    private int given;
    private int[] indices = {};
    private long stallNanos;

    HostFeed(HostImages images, BatchPlan plan, int threads) {
        this.images = images;
        this.plan = plan;
        this.imageBytes = images.imageBytes();
        long batchBytes = Math.max(1, (long) plan.batchSize() * imageBytes);
        this.ahead = Math.clamp(MOST_WAITING_BYTES / batchBytes, 2, 2 * threads + 2);
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("images-", 1).daemon().factory());
        this.submitted = plan.firstBatch();
        this.given = plan.firstBatch();
        fill();
    }

    private void fill() {
        while (pending.size() < ahead && submitted < plan.batches()) {
            pending.add(submit(submitted++));
        }
    }

    private Pending submit(int batch) {
        int[] wanted = plan.indices(batch);
        byte[] pixels = new byte[Math.multiplyExact(wanted.length, imageBytes)];
        List<Future<?>> parts = new ArrayList<>();
        for (int from = 0; from < wanted.length; from += IMAGES_PER_TASK) {
            int first = from;
            int end = Math.min(from + IMAGES_PER_TASK, wanted.length);
            parts.add(threads.submit(() -> {
                for (int i = first; i < end; i++) {
                    images.write(wanted[i], plan.imageSeed(batch, i), pixels, i * imageBytes);
                }
            }));
        }
        return new Pending(wanted, pixels, parts);
    }

    @Override
    public boolean hasNext() {
        return given < plan.batches();
    }

    @Override
    public Batch next(NDManager owner) {
        if (!hasNext()) {
            throw new NoSuchElementException("the order has no further batch");
        }
        Pending batch = pending.getFirst();
        long began = System.nanoTime();
        batch.await();
        stallNanos += System.nanoTime() - began;
        pending.removeFirst();
        given++;
        fill();
        indices = batch.indices;
        return images.upload(batch.pixels, indices, owner);
    }

    @Override
    public int[] indices() {
        return indices.clone();
    }

    @Override
    public Optional<FeedLoad> load() {
        double seconds = stallNanos / 1e9;
        stallNanos = 0;
        int ready = (int) pending.stream().takeWhile(Pending::ready).count();
        return Optional.of(new FeedLoad(ready, seconds));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    /** A batch under preparation. */
    private static final class Pending {

        private final int[] indices;
        private final byte[] pixels;
        private final List<Future<?>> parts;

        Pending(int[] indices, byte[] pixels, List<Future<?>> parts) {
            this.indices = indices;
            this.pixels = pixels;
            this.parts = parts;
        }

        boolean ready() {
            return parts.stream().allMatch(Future::isDone);
        }

        void await() {
            try {
                for (Future<?> part : parts) {
                    part.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (CancellationException) new CancellationException("waiting for images").initCause(e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof ProblemException problem
                        ? problem
                        : new IllegalStateException("preparing images failed", e.getCause());
            }
        }
    }
}
