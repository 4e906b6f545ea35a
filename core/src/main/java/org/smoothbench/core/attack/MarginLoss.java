package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;

/**
 * The largest wrong logit minus that of the class: positive where the model is wrong (Carlini and Wagner 2017).
 *
 * @param oneHot the classes, shape (images, classes)
 */
record MarginLoss(NDArray oneHot) implements Objective {

    @Override
    public NDArray losses(NDArray logits) {
        return ClassLogits.largestOther(logits, oneHot).sub(ClassLogits.of(logits, oneHot));
    }

    @Override
    public MarginLoss rows(NDArray indices) {
        return new MarginLoss(Rows.of(oneHot, indices));
    }
}
