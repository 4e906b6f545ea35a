package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.function.LongUnaryOperator;
import org.smoothbench.core.data.Augmentation;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.experiment.AugmentationSpec;

/**
 * An image set that lies on the device as bytes, a quarter of its size as floats; batches are made there. Crops, mirror
 * images and black squares are made there, too, as one gather of pixels, or in Java where the device is the CPU; AutoAugment
 * is done in Java, ahead of the engine.
 */
public final class DeviceImages implements ImageSupply {

    private final NDManager manager;
    private final ImageSet images;
    private final int classes;
    private final Augmentation augmentation;
    private final NDArray rows;
    private final NDArray pixels;
    private final boolean gathers;

    /** Copies images that are not augmented to the engine's device. */
    public DeviceImages(TorchEngine engine, ImageSet images, int classes) {
        this(
                engine,
                images,
                classes,
                new Augmentation(AugmentationSpec.NONE, images.height(), images.width(), images.channels()));
    }

    /**
     * Copies the images to the engine's device.
     *
     * @param classes how many classes there are
     */
    public DeviceImages(TorchEngine engine, ImageSet images, int classes, Augmentation augmentation) {
        this.manager = engine.manager().newSubManager();
        this.gathers = engine.device().isGpu();
        this.images = images;
        this.classes = classes;
        this.augmentation = augmentation;
        long count = (long) images.size() * images.height() * images.width();
        Shape shape = new Shape(count, images.channels());
        // The created array shares Java's memory; the joined one owns its own and may outlive it.
        try (NDArray black = manager.zeros(new Shape(1, images.channels()), DataType.UINT8);
                NDArray shared = manager.create(ByteBuffer.wrap(images.pixels()), shape, DataType.UINT8)) {
            this.rows = black.concat(shared, 0);
        }
        this.rows.attach(manager);
        this.pixels = rows.get("1:").reshape(images.size(), images.height(), images.width(), images.channels());
        this.pixels.attach(manager);
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
        try (NDManager scratch = owner.newSubManager()) {
            NDArray some = pixels.get(scratch.create(indices).toType(DataType.INT64, false));
            some.attach(scratch);
            return Batches.of(some, indices, images.labels(), classes, owner);
        }
    }

    /** A batch of moved pixels, out of the rows of all pixels, whose first one is black. */
    Batch moved(PixelMap map, int[] indices, NDManager owner) {
        try (NDManager scratch = owner.newSubManager()) {
            NDArray some = rows.get(map.on(scratch).flatten());
            some.attach(scratch);
            NDArray shaped = some.reshape(indices.length, height(), width(), channels());
            shaped.attach(scratch);
            return Batches.of(shaped, indices, images.labels(), classes, owner);
        }
    }

    @Override
    public BatchFeed evaluationFeed(int[] order, int batchSize) {
        return new DeviceFeed(new BatchPlan(order, batchSize, 0, _ -> 0), (indices, _, owner) -> batch(indices, owner));
    }

    @Override
    public BatchFeed trainingFeed(int[] order, int batchSize, int firstBatch, LongUnaryOperator stepSeed) {
        BatchPlan plan = new BatchPlan(order, batchSize, firstBatch, stepSeed);
        if (augmentation.none()) {
            return new DeviceFeed(plan, (indices, _, owner) -> batch(indices, owner));
        }
        HostImages host = HostImages.augmented(images, classes, augmentation);
        if (!augmentation.movesOnly()) {
            return new HostFeed(host, plan, Runtime.getRuntime().availableProcessors());
        }
        // On the CPU the pixels lie in the same memory for Java, which moves rows of them faster than a gather does.
        return gathers
                ? gatheringFeed(plan)
                : new DeviceFeed(plan, (_, batch, owner) -> host.batch(plan, batch, owner));
    }

    /** Batches whose pixels are moved by the device. */
    BatchFeed gatheringFeed(BatchPlan plan) {
        return new DeviceFeed(
                plan,
                (indices, batch, owner) ->
                        moved(PixelMap.of(images, indices, place -> draw(plan, batch, place)), indices, owner));
    }

    private Augmentation.Placement draw(BatchPlan plan, int batch, int place) {
        return augmentation.draw(plan.imageSeed(batch, place));
    }

    @Override
    public void close() {
        manager.close();
    }
}
