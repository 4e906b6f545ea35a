package org.smoothbench.core.engine;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.smoothbench.core.data.Augmentation;

/** Which images make which batch, and what is random about them. */
final class BatchPlan {

    private final int[] order;
    private final int batchSize;
    private final int firstBatch;
    private final LongUnaryOperator stepSeed;

    BatchPlan(int[] order, int batchSize, int firstBatch, LongUnaryOperator stepSeed) {
        this.order = order.clone();
        this.batchSize = batchSize;
        this.firstBatch = firstBatch;
        this.stepSeed = stepSeed;
    }

    int batchSize() {
        return batchSize;
    }

    int firstBatch() {
        return firstBatch;
    }

    /** How many batches there are, those left out included. */
    int batches() {
        return Math.ceilDiv(order.length, batchSize);
    }

    int[] indices(int batch) {
        int from = batch * batchSize;
        return Arrays.copyOfRange(order, from, Math.min(from + batchSize, order.length));
    }

    /** The seed of the image at a place of a batch. */
    long imageSeed(int batch, int place) {
        return Augmentation.imageSeed(stepSeed.applyAsLong(batch), place);
    }
}
