package org.smoothbench.core.probe.bench;

import java.util.Objects;

/** An image as numbers in [0, 1]: channel after channel, row after row. Never changes. */
public final class Picture {

    private final int channels;
    private final int height;
    private final int width;
    private final float[] values;

    /**
     * Takes over values.
     *
     * @param values {@code channels * height * width} of them; shared, not copied
     * @throws IllegalArgumentException if there are more or fewer
     */
    public Picture(int channels, int height, int width, float[] values) {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    "%d values do not make %dx%dx%d".formatted(values.length, channels, height, width));
        }
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /** The number of colour channels. */
    public int channels() {
        return channels;
    }

    /** The height in pixels. */
    public int height() {
        return height;
    }

    /** The width in pixels. */
    public int width() {
        return width;
    }

    /** The value of one channel of a pixel. */
    public float value(int channel, int y, int x) {
        Objects.checkIndex(channel, channels);
        Objects.checkIndex(y, height);
        Objects.checkIndex(x, width);
        return values[(channel * height + y) * width + x];
    }

    /** A copy of all values. */
    public float[] values() {
        return values.clone();
    }

    /** All values, shared. */
    float[] shared() {
        return values;
    }

    /** What leads from another picture of this size to this one, value by value. */
    public float[] minus(Picture other) {
        float[] difference = new float[values.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = values[i] - other.values[i];
        }
        return difference;
    }
}
