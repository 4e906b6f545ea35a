package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The arrays of a network by PyTorch's state-dict names, in PyTorch's order without {@code num_batches_tracked}. Weights
 * are drawn in Java, so that a seed means the same network on every device.
 */
public final class StateDict {

    private final NDManager manager;
    private final RandomGenerator random;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, NDArray> all = new LinkedHashMap<>();

    StateDict(NDManager manager, RandomGenerator random) {
        this.manager = manager;
        this.random = random;
    }

    /** What training changes by gradients, unmodifiable. */
    public Map<String, NDArray> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** Parameters and batch normalisation's running statistics, unmodifiable. */
    public Map<String, NDArray> all() {
        return Collections.unmodifiableMap(all);
    }

    /** A parameter drawn from a normal distribution with mean 0. */
    NDArray normal(String name, Shape shape, double standardDeviation) {
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * standardDeviation);
        }
        return parameter(name, owned(values, shape));
    }

    /** A parameter drawn uniformly from [-bound, bound). */
    NDArray uniform(String name, Shape shape, double bound) {
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return parameter(name, owned(values, shape));
    }

    /** A parameter filled with one value. */
    NDArray constant(String name, Shape shape, double value) {
        return parameter(name, manager.full(shape, (float) value));
    }

    /** A trained number of an activation function. */
    NDArray activationScalar(String name, Shape shape, double value) {
        return constant(name, shape, value);
    }

    /** A running statistic filled with one value; no gradient ever reaches it. */
    NDArray statistic(String name, Shape shape, double value) {
        NDArray array = manager.full(shape, (float) value);
        add(name, array);
        return array;
    }

    private NDArray parameter(String name, NDArray array) {
        array.setRequiresGradient(true);
        parameters.put(name, array);
        add(name, array);
        return array;
    }

    private void add(String name, NDArray array) {
        array.setName(name);
        if (all.put(name, array) != null) {
            throw new IllegalStateException("two arrays are called " + name);
        }
    }

    /** Java's memory must not stay under a tensor that outlives this call. */
    private NDArray owned(float[] values, Shape shape) {
        try (NDArray shared = manager.create(values, shape)) {
            NDArray copy = shared.duplicate();
            copy.attach(manager);
            return copy;
        }
    }
}
