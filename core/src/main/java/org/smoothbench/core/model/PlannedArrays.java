package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.passthrough.PassthroughNDArray;
import ai.djl.util.passthrough.PassthroughNDManager;

/** Arrays that have a shape and nothing else: no memory, no engine. */
final class PlannedArrays implements ArraySource {

    private static final String NO_VALUES = "planned";

    @Override
    public NDArray normal(Shape shape, double standardDeviation) {
        return planned(shape);
    }

    @Override
    public NDArray uniform(Shape shape, double bound) {
        return planned(shape);
    }

    @Override
    public NDArray constant(Shape shape, double value) {
        return planned(shape);
    }

    @Override
    public void train(NDArray array) {}

    private static NDArray planned(Shape shape) {
        return new PassthroughNDArray(PassthroughNDManager.INSTANCE, NO_VALUES, shape, DataType.FLOAT32);
    }
}
