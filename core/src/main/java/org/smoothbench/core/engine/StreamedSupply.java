package org.smoothbench.core.engine;

import ai.djl.ndarray.NDManager;
import java.util.function.LongUnaryOperator;
import org.smoothbench.core.data.Augmentation;
import org.smoothbench.core.data.StreamedImages;

/** Images that are decoded at every visit, by threads that work ahead of the engine's. */
public final class StreamedSupply implements ImageSupply {

    private final StreamedImages images;
    private final HostImages judged;
    private final HostImages augmented;
    private final int classes;
    private final int threads;

    /** A supply with a thread for each processor. */
    StreamedSupply(StreamedImages images, int classes, Augmentation augmentation) {
        this(images, classes, augmentation, Runtime.getRuntime().availableProcessors());
    }

    StreamedSupply(StreamedImages images, int classes, Augmentation augmentation, int threads) {
        this.images = images;
        this.classes = classes;
        this.judged = HostImages.judged(images, classes);
        this.augmented = HostImages.augmented(images, classes, augmentation);
        this.threads = threads;
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int channels() {
        return images.channels();
    }

    @Override
    public int height() {
        return images.height();
    }

    @Override
    public int width() {
        return images.width();
    }

    @Override
    public Batch batch(int[] indices, NDManager owner) {
        try (BatchFeed feed = evaluationFeed(indices, indices.length)) {
            return feed.next(owner);
        }
    }

    @Override
    public BatchFeed evaluationFeed(int[] order, int batchSize) {
        return new HostFeed(judged, new BatchPlan(order, batchSize, 0, _ -> 0), threads);
    }

    @Override
    public BatchFeed trainingFeed(int[] order, int batchSize, int firstBatch, LongUnaryOperator stepSeed) {
        return new HostFeed(augmented, new BatchPlan(order, batchSize, firstBatch, stepSeed), threads);
    }

    /** Nothing of it lies on the device. */
    @Override
    public void close() {}
}
