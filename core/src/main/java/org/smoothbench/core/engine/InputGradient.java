package org.smoothbench.core.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;

/**
 * The gradient of the summed cross-entropy with respect to images, and the logits met on the way.
 *
 * @param gradient shape of the images
 * @param logits shape (images, classes)
 */
public record InputGradient(NDArray gradient, NDArray logits) {

    /**
     * One forward and one backward pass. Gradients of parameters are computed too unless the caller froze them. The sum
     * over the batch, not the mean, so that no gradient depends on the batch's size.
     *
     * @param images shape (images, channels, height, width); a leaf, whose manager also owns what is returned
     * @param oneHot shape (images, classes)
     * @param model from images to logits
     */
    public static InputGradient of(NDArray images, NDArray oneHot, UnaryOperator<NDArray> model) {
        images.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray logits = model.apply(images);
            NDArray loss = CrossEntropy.weighted(logits, oneHot);
            collector.backward(loss);
            NDArray gradient = images.getGradient();
            images.setRequiresGradient(false);
            return new InputGradient(gradient, logits.stopGradient());
        }
    }
}
