package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/** A 2-D convolution without bias, its weights normal. */
final class Convolution implements Layer {

    /**
     * Below this the backward pass of a channels-last convolution corrupts memory in libtorch 2.7.1 on the CPU: seen with
     * 2 to 7 output channels, as glibc aborts and crashes of the JVM. It is the sum over groups that counts: groups of 1, 2
     * and 4 channels, 8 and more together, ran where 4, 5 and 7 channels without groups crashed.
     */
    private static final int FEWEST_OUTPUTS = 8;

    private final NDArray weight;
    private final Shape stride;
    private final Shape padding;
    private final Shape dilation = new Shape(1, 1);
    private final int groups;

    Convolution(StateDict state, String name, ConvolutionShape shape, double standardDeviation) {
        if (shape.out() < FEWEST_OUTPUTS) {
            throw new IllegalArgumentException(
                    name + ": " + shape.out() + " output channels are fewer than " + FEWEST_OUTPUTS);
        }
        Shape kernel = new Shape(shape.out(), shape.in() / shape.groups(), shape.kernel(), shape.kernel());
        this.weight = state.normal(name + ".weight", ParameterKind.WEIGHT, kernel, standardDeviation);
        this.stride = new Shape(shape.stride(), shape.stride());
        this.padding = new Shape(shape.padding(), shape.padding());
        this.groups = shape.groups();
    }

    /** With He initialisation by fan-out. */
    Convolution(StateDict state, String name, ConvolutionShape shape) {
        this(state, name, shape, shape.heDeviation());
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return Conv2d.conv2d(x, weight, null, stride, padding, dilation, groups).singletonOrThrow();
    }
}
