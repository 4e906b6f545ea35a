package org.smoothbench.core.engine;

import ai.djl.ndarray.NDManager;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Batches that the device makes when they are asked for. */
final class DeviceFeed implements BatchFeed {

    /** Makes a batch. */
    @FunctionalInterface
    interface Maker {
        Batch make(int[] indices, int batch, NDManager owner);
    }

    private final BatchPlan plan;
    private final Maker maker;
    private int next;
    private int[] indices = {};

    DeviceFeed(BatchPlan plan, Maker maker) {
        this.plan = plan;
        this.maker = maker;
        this.next = plan.firstBatch();
    }

    @Override
    public boolean hasNext() {
        return next < plan.batches();
    }

    @Override
    public Batch next(NDManager owner) {
        if (!hasNext()) {
            throw new NoSuchElementException("the order has no further batch");
        }
        indices = plan.indices(next);
        return maker.make(indices, next++, owner);
    }

    @Override
    public int[] indices() {
        return indices.clone();
    }

    @Override
    public Optional<FeedLoad> load() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
