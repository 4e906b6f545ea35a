package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * The images an attacker may show in place of given ones: near enough and in [0, 1]. Rows are images; tensors belong to
 * the manager of the images it was made around.
 */
public sealed interface Budget permits LinfBall, L2Ball {

    /**
     * The budget around images.
     *
     * @param images float32 in [0, 1], shape (images, channels, height, width)
     */
    static Budget around(NDArray images, ThreatModel threat) {
        return switch (threat) {
            case ThreatModel.Linf linf -> LinfBall.around(images, linf.radius());
            case ThreatModel.L2 l2 -> L2Ball.around(images, l2.radius());
        };
    }

    /** Moves images into the budget: to the nearest point of the ball, then into [0, 1], as AutoAttack does. */
    NDArray project(NDArray images);

    /** The direction of steepest ascent with length 1: signs, or the gradient over its Euclidean length. */
    NDArray direction(NDArray gradient);

    /** How far images are from those in the centre, on the [0, 1] scale; shape (images). */
    NDArray distances(NDArray images);

    /** The budget around some of the images; the manager of the indices owns it. */
    Budget rows(NDArray indices);
}
