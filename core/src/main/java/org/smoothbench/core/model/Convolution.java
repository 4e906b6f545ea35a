package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import org.jspecify.annotations.Nullable;

/** A 2-D convolution, its weights normal; without bias unless a batch normalisation was folded into it. */
final class Convolution implements Layer {

    /**
     * Below this the backward pass of a channels-last convolution corrupts memory in libtorch 2.7.1 on the CPU: seen with
     * 2 to 7 output channels, as glibc aborts and crashes of the JVM. It is the sum over groups that counts: groups of 1, 2
     * and 4 channels, 8 and more together, ran where 4, 5 and 7 channels without groups crashed.
     */
    private static final int FEWEST_OUTPUTS = 8;

    private final NDArray weight;
    private final @Nullable NDArray bias;
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
        this.bias = null;
        this.stride = new Shape(shape.stride(), shape.stride());
        this.padding = new Shape(shape.padding(), shape.padding());
        this.groups = shape.groups();
    }

    /** With He initialisation by fan-out. */
    Convolution(StateDict state, String name, ConvolutionShape shape) {
        this(state, name, shape, shape.heDeviation());
    }

    private Convolution(Convolution layer, NDArray weight, @Nullable NDArray bias) {
        this.weight = weight;
        this.bias = bias;
        this.stride = layer.stride;
        this.padding = layer.padding;
        this.groups = layer.groups;
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return Conv2d.conv2d(x, weight, bias, stride, padding, dilation, groups).singletonOrThrow();
    }

    @Override
    public Layer folded(NDManager owner) {
        return new Convolution(this, FrozenCopy.of(weight, owner), bias == null ? null : FrozenCopy.of(bias, owner));
    }

    /**
     * This convolution and the batch normalisation of its outputs as one, computed in double precision and rounded once.
     *
     * @param owner of the new layer's arrays
     */
    Layer folded(NDManager owner, BatchNormalization normalization) {
        double[] scale = normalization.scale();
        Shape perOutput = new Shape(scale.length, 1, 1, 1);
        try (NDManager scratch = owner.newSubManager()) {
            NDArray exact = weight.toType(DataType.FLOAT64, true);
            exact.attach(scratch);
            NDArray folded = exact.mul(scratch.create(scale, perOutput)).toType(DataType.FLOAT32, true);
            NDArray shift = scratch.create(normalization.shift()).toType(DataType.FLOAT32, true);
            folded.attach(owner);
            shift.attach(owner);
            return new Convolution(this, folded, shift);
        }
    }
}
