package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** A fully connected layer on (images, features), with PyTorch's initialisation. */
final class Linear implements Layer {

    private final NDArray weight;
    private final NDArray bias;

    Linear(StateDict state, String name, int in, int out) {
        double bound = 1 / Math.sqrt(in);
        this.weight = state.uniform(name + ".weight", new Shape(out, in), bound);
        this.bias = state.uniform(name + ".bias", new Shape(out), bound);
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
    }
}
