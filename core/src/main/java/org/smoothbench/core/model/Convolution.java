package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/** A square 2-D convolution without bias, padded so that stride 1 keeps the size; He initialisation by fan-out. */
final class Convolution implements Layer {

    private final NDArray weight;
    private final Shape stride;
    private final Shape padding;

    Convolution(StateDict state, String name, int in, int out, int kernel, int stride) {
        double deviation = Math.sqrt(2.0 / ((double) out * kernel * kernel));
        this.weight = state.normal(name + ".weight", new Shape(out, in, kernel, kernel), deviation);
        this.stride = new Shape(stride, stride);
        this.padding = new Shape(kernel / 2, kernel / 2);
    }

    @Override
    public NDArray forward(NDArray x, Mode mode) {
        return Conv2d.conv2d(x, weight, null, stride, padding).singletonOrThrow();
    }
}
