package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.experiment.AttackSpec;

/**
 * What a gradient attack ascends, image by image. Written with tensor operands only, so that it can be differentiated
 * safely; what an objective holds belongs to the manager it was made with.
 */
public interface Objective {

    /**
     * What leads away from classes. With two classes there is no difference of logits ratio; the margin stands in for it.
     *
     * @param oneHot the classes, shape (images, classes)
     */
    static Objective awayFrom(AttackSpec.Loss loss, NDArray oneHot) {
        long classes = oneHot.getShape().get(1);
        return switch (loss) {
            case CE -> new CrossEntropyLoss(oneHot);
            case MARGIN -> new MarginLoss(oneHot);
            case DLR -> classes < DlrLoss.LEAST_CLASSES ? new MarginLoss(oneHot) : new DlrLoss(oneHot);
        };
    }

    /**
     * What leads towards other classes. With fewer than four classes there is no targeted difference of logits ratio; the
     * targeted margin stands in for it.
     *
     * @param oneHot the classes, shape (images, classes)
     * @param targets those aimed at, of the same shape
     */
    static Objective towards(AttackSpec.Loss loss, NDArray oneHot, NDArray targets) {
        long classes = oneHot.getShape().get(1);
        return switch (loss) {
            case CE -> new TargetedCrossEntropyLoss(targets);
            case MARGIN -> new TargetedMarginLoss(oneHot, targets);
            case DLR ->
                classes < TargetedDlrLoss.LEAST_CLASSES
                        ? new TargetedMarginLoss(oneHot, targets)
                        : new TargetedDlrLoss(oneHot, targets);
        };
    }

    /**
     * The loss of each image.
     *
     * @param logits shape (images, classes)
     * @return shape (images), differentiable with respect to the logits, owned by their manager
     */
    NDArray losses(NDArray logits);

    /**
     * The objective of some of the images.
     *
     * @param indices int64, which rows, in the order wanted; its manager owns the result
     */
    Objective rows(NDArray indices);
}
