package org.smoothbench.core.engine;

import ai.djl.ndarray.NDManager;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.smoothbench.core.data.Augmentation;
import org.smoothbench.core.data.ImageSet;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.data.StreamedImages;
import org.smoothbench.core.experiment.AugmentationSpec;

/**
 * Gives batches of an image set on the device, wherever the images lie. Belongs to the engine's thread. Which bytes a batch
 * has follows from its images and seeds alone, never from the number of threads or their timing.
 */
public sealed interface ImageSupply extends AutoCloseable permits DeviceImages, StreamedSupply {

    /** A supply of images that are trained on. */
    static ImageSupply forTraining(TorchEngine engine, Images images, int classes, AugmentationSpec spec) {
        Augmentation augmentation = new Augmentation(spec, images.height(), images.width(), images.channels());
        return switch (images) {
            case ImageSet set -> new DeviceImages(engine, set, classes, augmentation);
            case StreamedImages streamed -> new StreamedSupply(streamed, classes, augmentation);
        };
    }

    /** A supply of images that are only judged by. */
    static ImageSupply forEvaluation(TorchEngine engine, Images images, int classes) {
        return forTraining(engine, images, classes, AugmentationSpec.NONE);
    }

    /** The number of images. */
    int size();

    /** The number of classes. */
    int classes();

    /** The number of colour channels. */
    int channels();

    /** The height of an image in pixels. */
    int height();

    /** The width of an image in pixels. */
    int width();

    /**
     * Which images make a sample, spread evenly over the set: image folders lie class by class, so the first images would be
     * of the first classes only.
     *
     * @param examples how many, at most as many as there are
     */
    default int[] spread(int examples) {
        return IntStream.range(0, examples)
                .map(i -> (int) ((long) i * size() / examples))
                .toArray();
    }

    /**
     * Some of the images as they are judged.
     *
     * @param indices which, in the order wanted
     * @param owner the manager that owns the batch
     */
    Batch batch(int[] indices, NDManager owner);

    /**
     * Batches of images as they are judged, prepared ahead where they have to be decoded.
     *
     * @param order which images, in the order wanted; every {@code batchSize} of them make a batch, the last ones a smaller
     */
    BatchFeed evaluationFeed(int[] order, int batchSize);

    /**
     * Batches of images as they are trained on.
     *
     * @param order which images, in the order wanted; every {@code batchSize} of them make a batch, the last ones a smaller
     * @param firstBatch how many batches to leave out, for an epoch that was interrupted after so many
     * @param stepSeed what is random in a batch follows from, given the batch's number in the order, from 0
     */
    BatchFeed trainingFeed(int[] order, int batchSize, int firstBatch, LongUnaryOperator stepSeed);

    /** Frees what lies on the device; the images themselves stay open. */
    @Override
    void close();
}
