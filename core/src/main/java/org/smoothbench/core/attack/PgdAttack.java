package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.InputGradient;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.model.Classifier;

/**
 * Projected gradient descent, untargeted, L-infinity, on the summed cross-entropy: x moves by step size times the sign of
 * the gradient, then back into the ball and [0, 1] (Madry et al. 2018; the paper, section 3). Works on the engine's
 * thread; the caller freezes the model's parameters.
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
            NDArray images = borrow(clean, attack);
            LinfBall ball = LinfBall.around(images, epsilon());
            NDArray step = Scalars.of(attack, spec.stepSize() / 255);
            NDArray iterate = start.from(images, ball, epsilon());
            for (int i = 0; i < spec.steps(); i++) {
                try (NDManager scratch = attack.newSubManager()) {
                    NDArray here = borrow(iterate, scratch);
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

    /**
     * Which images of a batch fall: one that any iterate gets wrong has fallen and leaves the batch, so the attack gets
     * faster as it succeeds.
     *
     * @param model the model, in inference mode
     * @return for each image of the batch whether it fell
     */
    public boolean[] fells(Classifier model, Batch batch) {
        Survivors survivors = new Survivors(batch);
        try (NDManager attack = batch.images().getManager().newSubManager()) {
            NDArray images = borrow(batch.images(), attack);
            LinfBall ball = LinfBall.around(images, epsilon());
            NDArray oneHot = borrow(batch.oneHot(), attack);
            NDArray step = Scalars.of(attack, spec.stepSize() / 255);
            NDArray iterate = start().from(images, ball, epsilon());
            for (int i = 0; i < spec.steps() && !survivors.none(); i++) {
                try (NDManager scratch = attack.newSubManager()) {
                    NDArray here = borrow(iterate, scratch);
                    InputGradient at = InputGradient.of(here, oneHot, model::logits);
                    NDArray next = ascend(here, at.gradient(), step, ball);
                    if (survivors.keepCorrect(at.logits()) && !survivors.none()) {
                        NDArray kept = survivors.lastKept(attack);
                        next = next.get(kept);
                        ball = ball.rows(kept);
                        oneHot = oneHot.get(kept);
                    }
                    next.attach(attack);
                    iterate = next;
                }
            }
            if (!survivors.none()) {
                survivors.keepCorrect(model.logits(iterate));
            }
        }
        return survivors.fallen();
    }

    private Start start() {
        return spec.randomStart() ? new Start.Uniform(0) : new Start.AtImage();
    }

    private static NDArray ascend(NDArray here, NDArray gradient, NDArray step, LinfBall ball) {
        return ball.project(here.add(gradient.sign().mul(step)));
    }

    /** A second handle on the same values, so that what is computed from it belongs to another manager. */
    private static NDArray borrow(NDArray array, NDManager manager) {
        NDArray handle = array.stopGradient();
        handle.attach(manager);
        return handle;
    }

    private double epsilon() {
        return spec.epsilon() / 255;
    }
}
