package org.smoothbench.core.data;

import static java.util.Objects.checkIndex;

/**
 * Labelled images of one size, held as unsigned bytes.
 *
 * <p>Pixels lie image by image, row by row, pixel by pixel, channel last (NHWC), values 0 to 255. That is the order the
 * networks run fastest in. The arrays are shared, not copied: treat them as read-only.
 */
public final class ImageSet {

    private final byte[] pixels;
    private final int[] labels;
    private final int height;
    private final int width;
    private final int channels;

    /**
     * Wraps pixels and labels without copying them.
     *
     * @param pixels unsigned bytes, {@code labels.length * height * width * channels} of them, in NHWC order
     * @param labels the class of each image, from 0
     * @throws IllegalArgumentException if the lengths do not fit
     */
    public ImageSet(byte[] pixels, int[] labels, int height, int width, int channels) {
        if ((long) labels.length * height * width * channels != pixels.length) {
            throw new IllegalArgumentException("%d pixel bytes do not make %d images of %dx%dx%d"
                    .formatted(pixels.length, labels.length, height, width, channels));
        }
        this.pixels = pixels;
        this.labels = labels;
        this.height = height;
        this.width = width;
        this.channels = channels;
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }

    /** The height of each image in pixels. */
    public int height() {
        return height;
    }

    /** The width of each image in pixels. */
    public int width() {
        return width;
    }

    /** The number of colour channels, 1 or 3. */
    public int channels() {
        return channels;
    }

    /** The bytes of one image: height times width times channels. */
    public int imageBytes() {
        return height * width * channels;
    }

    /** All pixels, NHWC, shared. */
    public byte[] pixels() {
        return pixels;
    }

    /** All labels, shared. */
    public int[] labels() {
        return labels;
    }

    /**
     * The class of one image.
     *
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public int label(int index) {
        return labels[checkIndex(index, labels.length)];
    }
}
