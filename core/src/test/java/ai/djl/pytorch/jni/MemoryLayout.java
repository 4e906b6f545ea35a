package ai.djl.pytorch.jni;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;

/** How a tensor lies in memory; DJL does not tell outside this package. */
public final class MemoryLayout {

    private MemoryLayout() {}

    /** Whether an array of (images, channels, height, width) lies in memory image by image, pixel by pixel. */
    public static boolean isChannelsLast(NDArray array) {
        try (NDArray pixels = array.transpose(0, 2, 3, 1)) {
            return PyTorchLibrary.LIB.torchIsContiguous(((PtNDArray) pixels).getHandle());
        }
    }
}
