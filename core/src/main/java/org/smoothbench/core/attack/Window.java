package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A square window of images.
 *
 * @param top its first row
 * @param left its first column
 * @param side its height and width
 * @param height of the images
 * @param width of the images
 */
record Window(int top, int left, int side, int height, int width) {

    /** A window anywhere. As in AutoAttack, never in the last position, unless it is the only one. */
    static Window drawn(int side, int height, int width, SplittableRandom random) {
        int top = (int) (random.nextDouble() * (height - side));
        int left = (int) (random.nextDouble() * (width - side));
        return new Window(top, left, side, height, width);
    }

    /** 1 inside and 0 outside, shape (1, height, width, 1). */
    NDArray mask(NDManager owner) {
        NDArray rows = owner.create(ones(top, height), new Shape(1, height, 1, 1));
        return rows.mul(owner.create(ones(left, width), new Shape(1, 1, width, 1)));
    }

    private float[] ones(int from, int extent) {
        float[] values = new float[extent];
        Arrays.fill(values, from, from + side, 1);
        return values;
    }

    /** The window of images with shape (images, height, width, channels). */
    NDArray of(NDArray images) {
        return images.get(":, " + top + ":" + (top + side) + ", " + left + ":" + (left + side));
    }

    /** Images that are zero but for the window; shape of the window is (images, side, side, channels). */
    NDArray embed(NDArray content) {
        return content.pad(new Shape(0, 0, left, width - left - side, top, height - top - side), 0);
    }
}
