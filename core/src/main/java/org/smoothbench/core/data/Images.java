package org.smoothbench.core.data;

import java.util.List;

/**
 * Labelled images of one size, in memory or decoded at every visit. Pixels are unsigned bytes, row by row, pixel by pixel,
 * channel last. Copying is safe from several threads; what comes out depends on nothing but the arguments.
 */
public sealed interface Images extends AutoCloseable permits ImageSet, StreamedImages {

    /** The number of images. */
    default int size() {
        return labels().length;
    }

    /** The height of each image in pixels. */
    int height();

    /** The width of each image in pixels. */
    int width();

    /** The number of colour channels, 1 or 3. */
    int channels();

    /** The bytes of one image: height times width times channels. */
    default int imageBytes() {
        return height() * width() * channels();
    }

    /** All labels, shared. */
    int[] labels();

    /**
     * The class of one image.
     *
     * @throws IndexOutOfBoundsException if there is no such image
     */
    default int label(int index) {
        return labels()[index];
    }

    /**
     * Copies an image as it is judged.
     *
     * @throws org.smoothbench.core.problem.ProblemException if its file cannot be used
     */
    void copy(int index, byte[] target, int offset);

    /**
     * Copies an image as it is trained on: a random part of it where the images are cropped while they are decoded.
     *
     * @param seed what is random follows from
     * @throws org.smoothbench.core.problem.ProblemException if its file cannot be used
     */
    void copyForTraining(int index, long seed, byte[] target, int offset);

    /** Some of the images, in the order wanted; closed together with these. */
    Images subset(int[] indices);

    /** The damaged files that were left out so far, or replaced by another image of their class. */
    List<String> damaged();

    /** Closes the files the images come from. */
    @Override
    void close();
}
