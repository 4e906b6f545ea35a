package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/** The largest value of each square window; windows that reach over the edge are left out. */
final class MaxPooling implements Layer {

    private final Shape kernel;
    private final Shape stride;
    private final Shape padding;

    MaxPooling(int kernel, int stride, int padding) {
        this.kernel = new Shape(kernel, kernel);
        this.stride = new Shape(stride, stride);
        this.padding = new Shape(padding, padding);
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return Pool.maxPool2d(x, kernel, stride, padding, false);
    }
}
