package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.ModelSpec;

/**
 * A network with its parameters on the engine's device. Images come in [0, 1] and are normalised inside. Belongs to the
 * engine's thread.
 */
public final class Network implements Classifier, AutoCloseable {

    private final NDManager manager;
    private final StateDict state;
    private final Layer layers;
    private final int classes;

    private Network(NDManager manager, StateDict state, Layer layers, int classes) {
        this.manager = manager;
        this.state = state;
        this.layers = layers;
        this.classes = classes;
    }

    /**
     * Builds a network with fresh weights.
     *
     * @param images what it is for; only perceptrons depend on the height and width
     * @param seed what the weights follow from, the same on every device
     * @throws org.smoothbench.core.problem.ProblemException if the network cannot be built for these images
     */
    public static Network create(TorchEngine engine, ModelSpec model, ImageShape images, int classes, long seed) {
        NDManager manager = engine.manager().newSubManager();
        try {
            StateDict state = new StateDict(new DrawnArrays(manager, seed));
            Layer layers = NormalizationLayer.of(manager, model.normalization(), images.channels())
                    .then(Architecture.build(state, model, images, classes));
            return new Network(manager, state, layers, classes);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    @Override
    public NDArray logits(NDArray images) {
        return forward(images, Pass.INFERENCE);
    }

    /**
     * Logits of images.
     *
     * @param images float32 in [0, 1], shape (images, channels, height, width)
     * @return shape (images, classes), owned by the images' manager
     */
    public NDArray forward(NDArray images, Pass pass) {
        return layers.forward(images, pass);
    }

    @Override
    public int classes() {
        return classes;
    }

    /** This network as an attacker sees it who goes through it in a way of his own. */
    public Classifier through(Pass pass) {
        return new View(layers, classes, pass);
    }

    /**
     * This network as it stands, with batch normalisation in the convolutions before it: for attacks, which need gradients of
     * images alone. Later changes of this network do not reach it, and it must be closed before this network is.
     */
    public FoldedNetwork folded() {
        NDManager owner = manager.newSubManager();
        return new FoldedNetwork(owner, layers.folded(owner), classes);
    }

    /** The arrays of the network. */
    public StateDict state() {
        return state;
    }

    /** The number of trained numbers. */
    public long parameterCount() {
        return state.parameterCount();
    }

    /**
     * Stops gradients at the parameters until the result is closed, so that a backward pass computes those of the images
     * only: a third faster, and nothing to clear afterwards.
     */
    public Frozen freeze() {
        state.parameters().values().forEach(parameter -> parameter.setRequiresGradient(false));
        return () -> state.parameters().values().forEach(parameter -> parameter.setRequiresGradient(true));
    }

    @Override
    public void close() {
        manager.close();
    }

    /** Ends the freezing of parameters. */
    @FunctionalInterface
    public interface Frozen extends AutoCloseable {

        @Override
        void close();
    }
}
