package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.InputGradient;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.model.Classifier;

/**
 * The inner maximisation of adversarial training: projected gradient descent, untargeted, L-infinity, on the summed
 * cross-entropy. x moves by step size times the sign of the gradient, then back into the ball and [0, 1] (Madry et al. 2018;
 * the paper, section 3). Evaluations use {@link PgdSearch}. Works on the engine's thread; the caller freezes the model's
 * parameters.
 */
public final class PgdAttack {

    private final PgdSpec spec;

    /** An attack with these settings. */
    public PgdAttack(PgdSpec spec) {
        this.spec = spec;
    }

    /** The last iterate for every image of a batch, begun as the settings say. */
    public NDArray perturb(Classifier model, Batch batch) {
        return perturb(model, batch.images(), batch.oneHot(), start());
    }

    /**
     * The last iterate for every image, as used in training.
     *
     * @param model the model as it stands
     * @param clean float32 in [0, 1], shape (images, channels, height, width)
     * @param targets shape (images, classes): one-hot rows ascend the cross-entropy, a model's probabilities the divergence
     *     from them
     * @param start where to begin
     * @return shape of the images, within the ball and [0, 1], owned by their manager
     */
    public NDArray perturb(Classifier model, NDArray clean, NDArray targets, Start start) {
        NDManager owner = clean.getManager();
        try (NDManager attack = owner.newSubManager()) {
            NDArray images = Handle.of(clean, attack);
            LinfBall ball = LinfBall.around(images, epsilon());
            NDArray step = Scalars.of(attack, spec.stepSize() / 255);
            NDArray iterate = start.from(images, ball, epsilon());
            for (int i = 0; i < spec.steps(); i++) {
                try (NDManager scratch = attack.newSubManager()) {
                    NDArray here = Handle.of(iterate, scratch);
                    InputGradient at = InputGradient.of(here, targets, model::logits);
                    NDArray next = ascend(here, at.gradient(), step, ball);
                    next.attach(attack);
                    iterate = next;
                }
            }
            iterate.attach(owner);
            return iterate;
        }
    }

    private Start start() {
        return spec.randomStart() ? new Start.Uniform(0) : new Start.AtImage();
    }

    private static NDArray ascend(NDArray here, NDArray gradient, NDArray step, LinfBall ball) {
        return ball.project(here.add(gradient.sign().mul(step)));
    }

    private double epsilon() {
        return spec.epsilon() / 255;
    }
}
