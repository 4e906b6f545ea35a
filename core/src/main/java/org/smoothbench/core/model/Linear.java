package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** A fully connected layer on (images, features). */
final class Linear implements Layer {

    private final NDArray weight;
    private final NDArray bias;

    /** With PyTorch's initialisation. */
    Linear(StateDict state, String name, int in, int out) {
        double bound = 1 / Math.sqrt(in);
        this.weight = state.uniform(name + ".weight", ParameterKind.WEIGHT, new Shape(out, in), bound);
        this.bias = state.uniform(name + ".bias", ParameterKind.BIAS, new Shape(out), bound);
    }

    /** With weights drawn uniformly from [-bound, bound) and biases of 0. */
    Linear(StateDict state, String name, int in, int out, double bound) {
        this.weight = state.uniform(name + ".weight", ParameterKind.WEIGHT, new Shape(out, in), bound);
        this.bias = state.constant(name + ".bias", ParameterKind.BIAS, new Shape(out), 0);
    }

    private Linear(NDArray weight, NDArray bias) {
        this.weight = weight;
        this.bias = bias;
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
    }

    @Override
    public Layer folded(NDManager owner) {
        return new Linear(FrozenCopy.of(weight, owner), FrozenCopy.of(bias, owner));
    }
}
