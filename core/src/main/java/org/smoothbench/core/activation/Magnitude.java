package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/**
 * A trained number whose size counts and whose sign does not, as it stands and outside the graph.
 *
 * @param size its absolute value
 * @param sign 1 from 0 on, else -1: the derivative of the absolute value, never 0, so that no number gets stuck
 */
record Magnitude(NDArray size, NDArray sign) {

    /**
     * Looks at a number.
     *
     * @param floor the size counts as no less than this
     * @param scratch owns what is made
     */
    static Magnitude of(NDArray trained, double floor, NDManager scratch) {
        NDArray fixed = fixed(trained, scratch);
        NDArray size = fixed.abs().maximum(Constants.beside(fixed, floor));
        NDArray sign = fixed.gte(Constants.beside(fixed, 0)).toType(DataType.FLOAT32, false);
        return new Magnitude(size, sign.muli(Constants.beside(fixed, 2)).subi(1));
    }

    /**
     * A 0 of the derivative's shape whose gradient with respect to the number is the derivative's sum.
     *
     * @param scratch owns what is made, the result too
     */
    NDArray carry(NDArray trained, NDArray derivative, NDManager scratch) {
        // The number must not be the first operand: what comes of it would live as long as the network.
        NDArray zero = fixed(trained, scratch).sub(trained).neg();
        return derivative.mul(zero);
    }

    private static NDArray fixed(NDArray trained, NDManager scratch) {
        NDArray fixed = trained.stopGradient();
        fixed.attach(scratch);
        return fixed;
    }
}
