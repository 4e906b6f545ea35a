package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/** A square 2-D convolution without bias, padded so that stride 1 keeps the size; He initialisation by fan-out. */
final class Convolution implements Layer {

    /**
     * Below this the backward pass of a channels-last convolution corrupts memory in libtorch 2.7.1 on the CPU: seen with
     * 2 to 7 output channels, as glibc aborts and crashes of the JVM.
     */
    private static final int FEWEST_OUTPUTS = 8;

    private final NDArray weight;
    private final Shape stride;
    private final Shape padding;

    Convolution(StateDict state, String name, int in, int out, int kernel, int stride) {
        if (out < FEWEST_OUTPUTS) {
            throw new IllegalArgumentException(name + ": " + out + " output channels are fewer than " + FEWEST_OUTPUTS);
        }
        double deviation = Math.sqrt(2.0 / ((double) out * kernel * kernel));
        this.weight = state.normal(name + ".weight", new Shape(out, in, kernel, kernel), deviation);
        this.stride = new Shape(stride, stride);
        this.padding = new Shape(kernel / 2, kernel / 2);
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return Conv2d.conv2d(x, weight, null, stride, padding).singletonOrThrow();
    }
}
