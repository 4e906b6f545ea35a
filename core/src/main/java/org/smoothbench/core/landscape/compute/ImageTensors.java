package org.smoothbench.core.landscape.compute;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.smoothbench.core.landscape.ImagePlane;

/** Images as plain numbers, row by row, pixel by pixel, channel last, and as tensors. */
final class ImageTensors {

    private ImageTensors() {}

    /** The values of the images of a tensor of shape (images, channels, height, width). Waits for the device. */
    static float[] values(NDArray images) {
        try (NDArray inMemory = images.transpose(0, 2, 3, 1)) {
            return inMemory.toFloatArray();
        }
    }

    /** Images of shape (images, channels, height, width), channels-last in memory. */
    static NDArray images(List<float[]> values, ImagePlane.Shape shape, NDManager owner) {
        float[] all = new float[values.size() * shape.values()];
        for (int i = 0; i < values.size(); i++) {
            System.arraycopy(values.get(i), 0, all, i * shape.values(), shape.values());
        }
        Shape inMemory = new Shape(values.size(), shape.height(), shape.width(), shape.channels());
        try (NDArray shared = owner.create(all, inMemory);
                // A copy that owns its memory, as what is made of Java's must not outlive its wrapper.
                NDArray own = shared.duplicate()) {
            NDArray images = own.transpose(0, 3, 1, 2);
            images.attach(owner);
            return images;
        }
    }

    /** One row of values, shape (1, values). */
    static NDArray row(float[] values, NDManager owner) {
        try (NDArray shared = owner.create(values, new Shape(1, values.length))) {
            NDArray own = shared.duplicate();
            own.attach(owner);
            return own;
        }
    }
}
