package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.smoothbench.core.engine.Batch;

/**
 * Random numbers of images. Those of an image follow from the seed, the purpose and the image's index in its set, whatever
 * batch it is in and however many others have fallen.
 */
public final class ImageDraws {

    private static final long PURPOSE = 0x9E3779B97F4A7C15L;
    private static final long IMAGE = 0xBF58476D1CE4E5B9L;

    /** How one random number is drawn. */
    @FunctionalInterface
    public interface Law {

        /** The next number. */
        double draw(SplittableRandom random);
    }

    private final long seed;

    /**
     * Random numbers for one purpose.
     *
     * @param purpose such as the number of a restart; other purposes have other numbers
     */
    public ImageDraws(long seed, long purpose) {
        this.seed = seed * PURPOSE + (purpose + 1) * IMAGE;
    }

    /** The random numbers of one image, from their beginning. */
    public SplittableRandom of(int index) {
        // SplittableRandom scrambles what it is seeded with; split() parts neighbouring seeds.
        return new SplittableRandom(seed + index * PURPOSE).split();
    }

    /** The random numbers all images share, from their beginning. */
    SplittableRandom shared() {
        return of(-1);
    }

    /**
     * Random images, channels-last in memory.
     *
     * @param batch whose images they are for
     * @param law of each pixel
     * @return float32, shape of the batch's images
     */
    public NDArray images(Batch batch, Law law, NDManager owner) {
        Shape shape = batch.images().getShape();
        int pixels = Math.toIntExact(shape.size() / batch.size());
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int place = 0; place < batch.size(); place++) {
            SplittableRandom random = of(batch.index(place));
            for (int i = place * pixels; i < (place + 1) * pixels; i++) {
                values[i] = (float) law.draw(random);
            }
        }
        Shape inMemory = new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
        try (NDArray shared = owner.create(values, inMemory);
                // A copy that owns its memory, as what is made of Java's must not outlive its wrapper.
                NDArray drawn = shared.duplicate()) {
            NDArray images = drawn.transpose(0, 3, 1, 2);
            images.attach(owner);
            return images;
        }
    }
}
