package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * What one forward and backward pass tells.
 *
 * @param gradient of each image's loss with respect to the image; shape of the images
 * @param losses shape (images)
 * @param logits shape (images, classes)
 */
public record LossGradient(NDArray gradient, NDArray losses, NDArray logits) {}
