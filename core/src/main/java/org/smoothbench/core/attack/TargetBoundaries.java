package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * Those to one given class for each image: one backward pass.
 *
 * @param difference the logit of that class less that of the image's own
 */
record TargetBoundaries(Objective difference) implements Boundaries {

    @Override
    public LossGradient near(ModelQueries model, NDArray images) {
        return model.gradient(images, difference);
    }

    @Override
    public TargetBoundaries rows(NDArray indices) {
        return new TargetBoundaries(difference.rows(indices));
    }
}
