package org.smoothbench.core.smoothness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.smoothbench.core.attack.CrossEntropyLoss;
import org.smoothbench.core.attack.LossGradient;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.attack.Objective;
import org.smoothbench.core.engine.Batch;

/** The loss of the images of a batch, as it is at other images in their places. */
final class LossField {

    private final ModelQueries model;
    private final Batch batch;
    private final Objective loss;

    LossField(ModelQueries model, Batch batch) {
        this.model = model;
        this.batch = batch;
        this.loss = new CrossEntropyLoss(batch.oneHot());
    }

    /** The loss at some images, in Java's memory. */
    record At(ImageVectors gradient, ImageVectors losses) {

        double loss(int image) {
            return losses.first(image);
        }
    }

    Batch batch() {
        return batch;
    }

    At at(NDArray images) {
        try (NDManager scratch = batch.images().getManager().newSubManager()) {
            LossGradient at = gradient(images, scratch);
            return new At(ImageVectors.of(at.gradient()), ImageVectors.of(at.losses()));
        }
    }

    /** The same as tensors. */
    LossGradient gradient(NDArray images, NDManager owner) {
        return model.gradient(handle(images, owner), loss);
    }

    /** Which images the model gets right when it is shown others in their places. */
    boolean[] correct(NDArray images) {
        try (NDManager scratch = batch.images().getManager().newSubManager()) {
            return batch.correct(model.logits(handle(images, scratch)));
        }
    }

    /** A second handle on the same values, so that what is computed from it belongs to another manager. */
    static NDArray handle(NDArray array, NDManager owner) {
        NDArray handle = array.stopGradient();
        handle.attach(owner);
        return handle;
    }
}
