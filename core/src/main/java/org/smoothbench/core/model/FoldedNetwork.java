package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.smoothbench.core.activation.BackwardDerivative;

/**
 * A finished network for inference and for gradients of images, with batch normalisation folded into the convolutions
 * before it and arrays of its own, which need no freezing. Where batch normalisation comes first, as before the
 * activations of pre-activation networks, it stays; so does the normalisation of the input, whose shift the padding of a
 * convolution would not see. Logits are those of the network but for rounding. Belongs to the engine's thread.
 */
public final class FoldedNetwork implements Classifier, AutoCloseable {

    private final NDManager manager;
    private final Layer layers;
    private final int classes;

    FoldedNetwork(NDManager manager, Layer layers, int classes) {
        this.manager = manager;
        this.layers = layers;
        this.classes = classes;
    }

    @Override
    public NDArray logits(NDArray images) {
        return layers.forward(images, Pass.INFERENCE);
    }

    @Override
    public int classes() {
        return classes;
    }

    /** This network as an attacker sees it who goes back through its activations by derivatives of his own. */
    public Classifier through(BackwardDerivative backward) {
        return new View(layers, classes, new Pass(Mode.INFERENCE, backward));
    }

    @Override
    public void close() {
        manager.close();
    }
}
