package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;

/** A network as an attacker sees it who goes through it in a way of his own. */
record View(Layer layers, int classes, Pass pass) implements Classifier {

    @Override
    public NDArray logits(NDArray images) {
        return layers.forward(images, pass);
    }
}
