package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Arrays on a device, drawn in Java one after the other, so that a seed means the same network on every device. */
final class DrawnArrays implements ArraySource {

    private final NDManager manager;
    private final RandomGenerator random;

    DrawnArrays(NDManager manager, long seed) {
        this.manager = manager;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Override
    public NDArray normal(Shape shape, double standardDeviation) {
        return drawn(shape, () -> random.nextGaussian() * standardDeviation);
    }

    @Override
    public NDArray uniform(Shape shape, double bound) {
        return drawn(shape, () -> (2 * random.nextDouble() - 1) * bound);
    }

    @Override
    public NDArray constant(Shape shape, double value) {
        return manager.full(shape, (float) value);
    }

    @Override
    public void train(NDArray array) {
        array.setRequiresGradient(true);
    }

    private NDArray drawn(Shape shape, DoubleSupplier number) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) number.getAsDouble();
        }
        // Java's memory must not stay under a tensor that outlives this call.
        try (NDArray shared = manager.create(values, shape)) {
            NDArray copy = shared.duplicate();
            copy.attach(manager);
            return copy;
        }
    }
}
