package org.smoothbench.core.attack;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.smoothbench.core.model.Classifier;

/** A model as attacks ask it: logits and input gradients, counted. Belongs to the engine's thread. */
public final class ModelQueries {

    private final Classifier model;
    private final BooleanSupplier cancelled;
    private Passes passes = Passes.NONE;

    /**
     * Queries of a model.
     *
     * @param cancelled asked before each query; when true, the query ends the attack
     */
    public ModelQueries(Classifier model, BooleanSupplier cancelled) {
        this.model = model;
        this.cancelled = cancelled;
    }

    /** Queries nobody cancels. */
    public ModelQueries(Classifier model) {
        this(model, () -> false);
    }

    /** The number of classes. */
    public int classes() {
        return model.classes();
    }

    /** What was asked so far. */
    public Passes passes() {
        return passes;
    }

    /**
     * Logits without a graph.
     *
     * @param images float32 in [0, 1], shape (images, channels, height, width); its manager owns the result
     * @throws CancellationException if the caller gave up
     */
    public NDArray logits(NDArray images) {
        count(images, false);
        return model.logits(images);
    }

    /**
     * One forward and one backward pass, of the sum of the losses over the images, so that no gradient depends on the
     * batch.
     *
     * @param images float32 in [0, 1]; a leaf, whose manager owns what is returned
     * @throws CancellationException if the caller gave up
     */
    public LossGradient gradient(NDArray images, Objective objective) {
        count(images, true);
        images.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray logits = model.logits(images);
            NDArray losses = objective.losses(logits);
            collector.backward(losses.sum());
            NDArray gradient = images.getGradient();
            images.setRequiresGradient(false);
            return new LossGradient(gradient, losses.stopGradient(), logits.stopGradient());
        }
    }

    private void count(NDArray images, boolean back) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the evaluation was stopped");
        }
        long size = images.getShape().get(0);
        passes = passes.plus(new Passes(size, back ? size : 0));
    }
}
