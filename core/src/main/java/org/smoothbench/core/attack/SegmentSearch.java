package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Seeks the point of the way from an image to an adversarial example where the model changes its mind, by bisection. If it
 * does so several times, one of these points.
 */
final class SegmentSearch {

    /** So many halvings leave less of the way than float32 tells apart. */
    private static final int ROUNDS = 24;

    private final ModelQueries model;
    private final Shape shape;
    private final NDArray labels;

    /**
     * A search.
     *
     * @param shape of images; their number may differ
     * @param labels the class of each, int64
     */
    SegmentSearch(ModelQueries model, Shape shape, NDArray labels) {
        this.model = model;
        this.shape = shape;
        this.labels = labels;
    }

    /**
     * The share of the way at which the model is fooled for the first time found.
     *
     * @param images shape (images, pixels)
     * @param ends of the same shape
     * @return for each image a share in (0, 1] of the way; infinite where the model is not fooled at the end
     */
    double[] shares(NDArray images, NDArray ends, NDManager owner) {
        double[] low = new double[(int) images.getShape().get(0)];
        double[] high = new double[low.length];
        Arrays.fill(high, 1);
        boolean[] fooledAtEnd = fooled(images, ends, high, owner);
        for (int round = 0; round < ROUNDS; round++) {
            double[] middle = new double[low.length];
            Arrays.setAll(middle, i -> (low[i] + high[i]) / 2);
            boolean[] fooled = fooled(images, ends, middle, owner);
            for (int i = 0; i < low.length; i++) {
                (fooled[i] ? high : low)[i] = middle[i];
            }
        }
        Arrays.setAll(high, i -> fooledAtEnd[i] ? high[i] : Double.POSITIVE_INFINITY);
        return high;
    }

    private boolean[] fooled(NDArray images, NDArray ends, double[] shares, NDManager owner) {
        float[] values = new float[shares.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) shares[i];
        }
        try (NDManager scratch = owner.newSubManager()) {
            NDArray from = Handle.of(images, scratch);
            NDArray way = Handle.of(ends, scratch).sub(from);
            NDArray share = scratch.create(values, new Shape(values.length, 1));
            NDArray points = from.add(way.mul(share)).clip(0, 1);
            return model.logits(PixelRows.images(points, shape))
                    .argMax(1)
                    .neq(labels)
                    .toBooleanArray();
        }
    }
}
