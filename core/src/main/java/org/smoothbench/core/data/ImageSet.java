package org.smoothbench.core.data;

import static java.util.Objects.checkIndex;

import java.util.List;

/**
 * Labelled images of one size, held as unsigned bytes.
 *
 * <p>Pixels lie image by image, row by row, pixel by pixel, channel last (NHWC), values 0 to 255. That is the order the
 * networks run fastest in. The arrays are shared, not copied: treat them as read-only.
 */
public final class ImageSet implements Images {

    private final byte[] pixels;
    private final int[] labels;
    private final int height;
    private final int width;
    private final int channels;
    private final List<String> damaged;

    /**
     * Wraps pixels and labels without copying them.
     *
     * @param pixels unsigned bytes, {@code labels.length * height * width * channels} of them, in NHWC order
     * @param labels the class of each image, from 0
     * @throws IllegalArgumentException if the lengths do not fit
     */
    public ImageSet(byte[] pixels, int[] labels, int height, int width, int channels) {
        this(pixels, labels, height, width, channels, List.of());
    }

    /** Images of a folder some of whose files were left out. */
    ImageSet(byte[] pixels, int[] labels, int height, int width, int channels, List<String> damaged) {
        if ((long) labels.length * height * width * channels != pixels.length) {
            throw new IllegalArgumentException("%d pixel bytes do not make %d images of %dx%dx%d"
                    .formatted(pixels.length, labels.length, height, width, channels));
        }
        this.pixels = pixels;
        this.labels = labels;
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.damaged = List.copyOf(damaged);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int channels() {
        return channels;
    }

    /** All pixels, NHWC, shared. */
    public byte[] pixels() {
        return pixels;
    }

    @Override
    public int[] labels() {
        return labels;
    }

    @Override
    public void copy(int index, byte[] target, int offset) {
        System.arraycopy(pixels, checkIndex(index, labels.length) * imageBytes(), target, offset, imageBytes());
    }

    @Override
    public void copyForTraining(int index, long seed, byte[] target, int offset) {
        copy(index, target, offset);
    }

    @Override
    public ImageSet subset(int[] indices) {
        int[] chosen = new int[indices.length];
        byte[] bytes = new byte[Math.multiplyExact(indices.length, imageBytes())];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = label(indices[i]);
            copy(indices[i], bytes, i * imageBytes());
        }
        return new ImageSet(bytes, chosen, height, width, channels, damaged);
    }

    @Override
    public List<String> damaged() {
        return damaged;
    }

    @Override
    public void close() {}
}
