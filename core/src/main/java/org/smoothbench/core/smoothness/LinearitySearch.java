package org.smoothbench.core.smoothness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.smoothbench.core.attack.LossGradient;

/** Seeks where in the budget the loss differs most from its linear approximation at the image (Qin et al. 2019). */
final class LinearitySearch {

    private final LossField.At center;
    private final ImageVectors images;
    private final NDArray gradient;
    private final double[] errors;
    private final double[] changes;

    /**
     * A search around images.
     *
     * @param gradient at the images, as a tensor
     */
    LinearitySearch(ImageVectors images, LossField.At center, NDArray gradient, int count) {
        this.images = images;
        this.center = center;
        this.gradient = gradient;
        this.errors = new double[count];
        this.changes = new double[count];
    }

    /** Takes note of an iterate; the way up the absolute error from there. */
    NDArray uphill(NDArray iterate, LossGradient at) {
        NDManager scratch = iterate.getManager();
        float[] signs = visit(iterate, ImageVectors.of(at.losses()));
        return at.gradient().sub(gradient).mul(scratch.create(signs, new Shape(signs.length, 1, 1, 1)));
    }

    /** Takes note of an iterate; the signs of the errors there. */
    float[] visit(NDArray iterate, ImageVectors losses) {
        ImageVectors moved = ImageVectors.of(iterate).minus(images);
        float[] signs = new float[errors.length];
        for (int i = 0; i < signs.length; i++) {
            double change = losses.first(i) - center.loss(i);
            double error = change - moved.dot(center.gradient(), i);
            signs[i] = error < 0 ? -1 : 1;
            if (Math.abs(error) >= errors[i] || Double.isNaN(error)) {
                errors[i] = Math.abs(error);
                changes[i] = Math.abs(change);
            }
        }
        return signs;
    }

    double error(int image) {
        return errors[image];
    }

    /** The error over the loss's change; no number where the loss does not change. */
    double relativeError(int image) {
        return errors[image] / changes[image];
    }
}
