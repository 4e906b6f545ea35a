package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import org.smoothbench.core.data.ImageSet;

/** An image set that lies on the device as bytes, a quarter of its size as floats; batches are made there. */
public final class DeviceImages implements AutoCloseable {

    private final NDManager manager;
    private final NDArray pixels;
    private final NDArray scale;
    private final int[] labels;
    private final int classes;

    /**
     * Copies the images to the engine's device.
     *
     * @param classes how many classes there are
     */
    public DeviceImages(TorchEngine engine, ImageSet images, int classes) {
        this.manager = engine.manager().newSubManager();
        this.labels = images.labels();
        this.classes = classes;
        Shape shape = new Shape(images.size(), images.height(), images.width(), images.channels());
        // The first array shares Java's memory; the duplicate owns its own and may outlive it.
        try (NDArray shared = manager.create(ByteBuffer.wrap(images.pixels()), shape, DataType.UINT8)) {
            this.pixels = shared.duplicate();
        }
        this.pixels.attach(manager);
        this.scale = Scalars.of(manager, 1 / 255.0);
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }

    /** The number of classes. */
    public int classes() {
        return classes;
    }

    /**
     * Takes some of the images.
     *
     * @param indices which, in the order wanted
     * @param owner the manager that owns the batch
     */
    public Batch batch(int[] indices, NDManager owner) {
        int[] chosen = new int[indices.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = labels[indices[i]];
        }
        try (NDManager scratch = owner.newSubManager()) {
            NDArray rows = pixels.get(scratch.create(indices).toType(DataType.INT64, false));
            rows.attach(scratch);
            NDArray floats = rows.toType(DataType.FLOAT32, false).mul(scale);
            // A transposed view of NHWC data is what PyTorch calls channels-last: faster convolutions, same values.
            NDArray images = floats.transpose(0, 3, 1, 2);
            images.attach(owner);
            NDArray oneHot = scratch.create(chosen).oneHot(classes).toType(DataType.FLOAT32, true);
            oneHot.attach(owner);
            return new Batch(images, oneHot, chosen);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
