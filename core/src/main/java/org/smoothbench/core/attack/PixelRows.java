package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Images as rows of pixels, in the order of channels-last memory, for arithmetic over whole images. */
final class PixelRows {

    private PixelRows() {}

    /** The rows of images, shape (images, pixels); no copy where the images are channels-last in memory. */
    static NDArray of(NDArray images, NDManager owner) {
        long count = images.getShape().get(0);
        try (NDManager scratch = owner.newSubManager()) {
            NDArray rows = Handle.of(images, scratch).transpose(0, 2, 3, 1).reshape(count, -1);
            rows.attach(owner);
            return rows;
        }
    }

    /** Rows as images again, channels-last in memory and owned by the manager of the rows. */
    static NDArray images(NDArray rows, Shape imageShape) {
        return rows.reshape(rows.getShape().get(0), imageShape.get(2), imageShape.get(3), imageShape.get(1))
                .transpose(0, 3, 1, 2);
    }
}
