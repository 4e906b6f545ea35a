package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Where the arrays of a new network come from. */
interface ArraySource {

    /** Drawn from a normal distribution with mean 0. */
    NDArray normal(Shape shape, double standardDeviation);

    /** Drawn uniformly from [-bound, bound). */
    NDArray uniform(Shape shape, double bound);

    /** Filled with one value. */
    NDArray constant(Shape shape, double value);

    /** Has gradients collected for an array. */
    void train(NDArray array);
}
