package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** Makes batches of bytes on the device. */
final class Batches {

    private Batches() {}

    /**
     * A batch of images.
     *
     * @param bytes uint8, shape (images, height, width, channels)
     * @param indices which images of the set they are
     * @param labels the classes of the whole set
     * @param owner the manager that owns the batch
     */
    static Batch of(NDArray bytes, int[] indices, int[] labels, int classes, NDManager owner) {
        int[] chosen = new int[indices.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = labels[indices[i]];
        }
        try (NDManager scratch = owner.newSubManager()) {
            NDArray floats = bytes.toType(DataType.FLOAT32, false);
            floats.attach(scratch);
            NDArray scaled = floats.mul(Scalars.of(scratch, 1 / 255.0));
            scaled.attach(scratch);
            // A transposed view of NHWC data is what PyTorch calls channels-last: faster convolutions, same values.
            NDArray images = scaled.transpose(0, 3, 1, 2);
            images.attach(owner);
            NDArray oneHot = scratch.create(chosen).oneHot(classes).toType(DataType.FLOAT32, true);
            oneHot.attach(owner);
            return new Batch(images, oneHot, chosen, indices.clone());
        }
    }
}
