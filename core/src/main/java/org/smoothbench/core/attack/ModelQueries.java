package org.smoothbench.core.attack;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.model.Classifier;

/** A model as attacks ask it: logits and input gradients, counted. Belongs to the engine's thread. */
public final class ModelQueries {

    private final Classifier model;
    private final BooleanSupplier cancelled;
    private final Consumer<Passes> told;
    private Passes passes = Passes.NONE;

    /**
     * Queries of a model.
     *
     * @param cancelled asked before each query; when true, the query ends the attack
     * @param told hears before each query what was asked so far
     */
    public ModelQueries(Classifier model, BooleanSupplier cancelled, Consumer<Passes> told) {
        this.model = model;
        this.cancelled = cancelled;
        this.told = told;
    }

    /** Queries nobody listens to. */
    public ModelQueries(Classifier model, BooleanSupplier cancelled) {
        this(model, cancelled, _ -> {});
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

    /**
     * One forward pass and several backward passes over its graph.
     *
     * @param images float32 in [0, 1]; a leaf, whose manager owns what is returned
     * @param count how many backward passes
     * @param objectives of each backward pass, by its number
     * @param each told of each pass with its number; what it is given lives until it returns
     * @return logits, shape (images, classes)
     * @throws CancellationException if the caller gave up
     */
    public NDArray gradients(
            NDArray images, int count, IntFunction<Objective> objectives, ObjIntConsumer<LossGradient> each) {
        count(images, false);
        images.setRequiresGradient(true);
        try (GradientCollector _ = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray logits = model.logits(images);
            for (int number = 0; number < count; number++) {
                countBackward(images);
                try (NDManager scratch = images.getManager().newSubManager()) {
                    each.accept(back(images, logits, objectives.apply(number), number < count - 1, scratch), number);
                }
            }
            images.setRequiresGradient(false);
            return logits.stopGradient();
        }
    }

    private static LossGradient back(
            NDArray images, NDArray logits, Objective objective, boolean keepGraph, NDManager scratch) {
        NDManager owner = logits.getManager();
        // What an objective makes of the logits belongs to their manager, and must not pile up pass after pass.
        logits.attach(scratch);
        NDArray losses = objective.losses(logits);
        // The collector's own backward pass frees the graph.
        JniUtils.backward((PtNDArray) losses.sum(), (PtNDArray) Scalars.of(scratch, 1), keepGraph, false);
        NDArray gradient = images.getGradient().duplicate();
        gradient.attach(scratch);
        JniUtils.zeroGrad((PtNDArray) images);
        LossGradient at = new LossGradient(gradient, losses.stopGradient(), logits.stopGradient());
        logits.attach(owner);
        return at;
    }

    private void countBackward(NDArray images) {
        giveUpIfCancelled();
        passes = passes.plus(new Passes(0, images.getShape().get(0)));
    }

    private void giveUpIfCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the evaluation was stopped");
        }
    }

    private void count(NDArray images, boolean back) {
        giveUpIfCancelled();
        told.accept(passes);
        long size = images.getShape().get(0);
        passes = passes.plus(new Passes(size, back ? size : 0));
    }
}
