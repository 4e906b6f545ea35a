package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Some images on the device with their classes. The arrays belong to the manager the batch was made with. */
public final class Batch {

    private final NDArray images;
    private final NDArray oneHot;
    private final int[] labels;
    private final int[] indices;

    /**
     * A batch of images that are numbered as they come.
     *
     * @param images float32 in [0, 1], shape (images, channels, height, width), channels-last in memory
     * @param oneHot float32, shape (images, classes)
     * @param labels the class of each; shared, not copied
     */
    public Batch(NDArray images, NDArray oneHot, int[] labels) {
        this(images, oneHot, labels, IntStream.range(0, labels.length).toArray());
    }

    /**
     * A batch of images.
     *
     * @param images float32 in [0, 1], shape (images, channels, height, width), channels-last in memory
     * @param oneHot float32, shape (images, classes)
     * @param labels the class of each; shared, not copied
     * @param indices which image of its set each is; shared, not copied
     */
    public Batch(NDArray images, NDArray oneHot, int[] labels, int[] indices) {
        this.images = images;
        this.oneHot = oneHot;
        this.labels = labels;
        this.indices = indices;
    }

    /** The images: float32 in [0, 1], shape (images, channels, height, width), channels-last in memory. */
    public NDArray images() {
        return images;
    }

    /** The classes as float32 rows with a single 1, shape (images, classes). */
    public NDArray oneHot() {
        return oneHot;
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }

    /** The class of one image. */
    public int label(int index) {
        return labels[index];
    }

    /** Which image of its set one is. */
    public int index(int place) {
        return indices[place];
    }

    /**
     * Some of the images again, without fetching them anew.
     *
     * @param places which, by their places in this batch, in the order wanted
     * @param owner the manager that owns the new batch
     */
    public Batch pick(int[] places, NDManager owner) {
        int[] chosen = new int[places.length];
        Arrays.setAll(chosen, i -> labels[places[i]]);
        int[] numbers = new int[places.length];
        Arrays.setAll(numbers, i -> indices[places[i]]);
        try (NDManager scratch = owner.newSubManager()) {
            NDArray rows = scratch.create(places).toType(DataType.INT64, false);
            rows.attach(scratch);
            // By way of the order in memory, so that the result is channels-last as well.
            NDArray inMemory = images.transpose(0, 2, 3, 1);
            inMemory.attach(scratch);
            NDArray some = inMemory.get(rows);
            some.attach(scratch);
            NDArray picked = some.transpose(0, 3, 1, 2);
            picked.attach(owner);
            NDArray classes = oneHot.get(rows);
            classes.attach(owner);
            return new Batch(picked, classes, chosen, numbers);
        }
    }

    /** Which rows of logits have their largest value at the image's class. Waits for the device. */
    public boolean[] correct(NDArray logits) {
        long[] predicted = logits.argMax(1).toLongArray();
        boolean[] correct = new boolean[labels.length];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = predicted[i] == labels[i];
        }
        return correct;
    }
}
