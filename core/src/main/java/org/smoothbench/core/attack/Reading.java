package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;

/** What a pass said of each image, brought from the device in one transfer. */
final class Reading {

    private static final int[] PIXELS = {1, 2, 3};

    private final float[] numbers;
    private final int images;

    private Reading(float[] numbers) {
        this.numbers = numbers;
        this.images = numbers.length / 3;
    }

    /** Waits for a pass with gradients. */
    static Reading of(LossGradient at) {
        return of(at.logits(), at.losses(), at.gradient().abs().sum(PIXELS));
    }

    /** Waits for a pass without gradients. */
    static Reading of(NDArray logits, NDArray losses) {
        return of(logits, losses, losses.zerosLike());
    }

    private static Reading of(NDArray logits, NDArray losses, NDArray slopes) {
        NDArray predicted = logits.argMax(1).toType(DataType.FLOAT32, false);
        return new Reading(NDArrays.stack(new NDList(predicted, losses, slopes)).toFloatArray());
    }

    /** How many images. */
    int size() {
        return images;
    }

    /** The class the model sees. */
    int predicted(int row) {
        return (int) numbers[row];
    }

    /** The loss. */
    float loss(int row) {
        return numbers[images + row];
    }

    /** All losses. */
    float[] losses() {
        return Arrays.copyOfRange(numbers, images, 2 * images);
    }

    /** The sum of the magnitudes of the gradient; zero where there was none. */
    float slope(int row) {
        return numbers[2 * images + row];
    }

    /** Whether loss and gradient are numbers. */
    boolean finite(int row) {
        return Float.isFinite(loss(row)) && Float.isFinite(slope(row));
    }

    /** The gradient with zeros in place of what is no number, since a step along it would leave the budget. */
    NDArray usable(NDArray gradient) {
        for (int row = 0; row < images; row++) {
            if (!Float.isFinite(slope(row))) {
                NDArray odd = gradient.isNaN().logicalOr(gradient.isInfinite());
                return NDArrays.where(odd, gradient.zerosLike(), gradient);
            }
        }
        return gradient;
    }
}
