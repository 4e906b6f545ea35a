package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import org.smoothbench.core.data.Augmentation;
import org.smoothbench.core.data.Images;

/** Prepares images in Java's memory, on any thread, and brings them to the device, on the engine's. */
final class HostImages {

    /** How an image is made ready. */
    @FunctionalInterface
    private interface Preparation {
        void write(int index, long seed, byte[] pixels, int offset);
    }

    private final Images images;
    private final int classes;
    private final Preparation preparation;

    private HostImages(Images images, int classes, Preparation preparation) {
        this.images = images;
        this.classes = classes;
        this.preparation = preparation;
    }

    /** Images as they are judged. */
    static HostImages judged(Images images, int classes) {
        return new HostImages(images, classes, (index, _, pixels, offset) -> images.copy(index, pixels, offset));
    }

    /** Images as they are trained on. */
    static HostImages augmented(Images images, int classes, Augmentation augmentation) {
        return new HostImages(images, classes, (index, seed, pixels, offset) -> {
            images.copyForTraining(index, seed, pixels, offset);
            augmentation.apply(pixels, offset, seed);
        });
    }

    int imageBytes() {
        return images.imageBytes();
    }

    /** Makes one image ready; from any thread. */
    void write(int index, long seed, byte[] pixels, int offset) {
        preparation.write(index, seed, pixels, offset);
    }

    /** Makes a batch on the calling thread. */
    Batch batch(BatchPlan plan, int batch, NDManager owner) {
        int[] indices = plan.indices(batch);
        byte[] pixels = new byte[Math.multiplyExact(indices.length, imageBytes())];
        for (int i = 0; i < indices.length; i++) {
            write(indices[i], plan.imageSeed(batch, i), pixels, i * imageBytes());
        }
        return upload(pixels, indices, owner);
    }

    /** A batch of images that are ready. */
    Batch upload(byte[] pixels, int[] indices, NDManager owner) {
        Shape shape = new Shape(indices.length, images.height(), images.width(), images.channels());
        try (NDManager scratch = owner.newSubManager()) {
            NDArray bytes = scratch.create(ByteBuffer.wrap(pixels), shape, DataType.UINT8);
            return Batches.of(bytes, indices, images.labels(), classes, owner);
        }
    }
}
