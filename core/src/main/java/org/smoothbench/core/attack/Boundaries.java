package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * Which decision boundary of a model is sought. Near an image it is made straight: by how much the other class's logit
 * exceeds that of the image's own, and the gradient of that.
 */
sealed interface Boundaries permits TargetBoundaries, NearestBoundaries {

    /**
     * The excess and its gradient at some images.
     *
     * @param images float32 in [0, 1], a leaf; its manager owns the result
     */
    LossGradient near(ModelQueries model, NDArray images);

    /** Those of some of the images; the manager of the indices owns them. */
    Boundaries rows(NDArray indices);
}
