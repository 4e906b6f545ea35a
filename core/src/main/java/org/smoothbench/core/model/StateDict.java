package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrays of a network by PyTorch's state-dict names, in PyTorch's order without {@code num_batches_tracked}, of which
 * batch normalisation with a fixed momentum has no use.
 */
public final class StateDict {

    private static final String UNUSED = "num_batches_tracked";

    private static final Set<DataType> LOADABLE = Set.of(DataType.FLOAT32, DataType.FLOAT64, DataType.FLOAT16);

    private final ArraySource source;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, ParameterKind> kinds = new LinkedHashMap<>();
    private final Map<String, NDArray> all = new LinkedHashMap<>();

    StateDict(ArraySource source) {
        this.source = source;
    }

    /** What training changes by gradients, unmodifiable. */
    public Map<String, NDArray> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** Parameters and batch normalisation's running statistics, unmodifiable. */
    public Map<String, NDArray> all() {
        return Collections.unmodifiableMap(all);
    }

    /**
     * What a parameter is for.
     *
     * @throws IllegalArgumentException if there is no parameter of this name
     */
    public ParameterKind kind(String name) {
        ParameterKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no parameter is called " + name);
        }
        return kind;
    }

    /** What each parameter is for, by name, unmodifiable. */
    public Map<String, ParameterKind> kinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /** The number of trained numbers. */
    public long parameterCount() {
        return parameters.values().stream().mapToLong(NDArray::size).sum();
    }

    /**
     * How arrays differ from those of the network in names, shapes and types; empty if they can be loaded. Arrays called
     * {@code num_batches_tracked} do not count.
     */
    public List<WeightMismatch> mismatches(Map<String, NDArray> arrays) {
        List<WeightMismatch> mismatches = new ArrayList<>();
        all.forEach((name, array) -> {
            NDArray given = arrays.get(name);
            String expected = array.getShape().toString();
            if (given == null) {
                mismatches.add(new WeightMismatch(name, expected, WeightMismatch.NOTHING));
            } else if (!given.getShape().equals(array.getShape()) || !LOADABLE.contains(given.getDataType())) {
                mismatches.add(new WeightMismatch(name, expected, describe(given)));
            }
        });
        arrays.forEach((name, array) -> {
            if (!all.containsKey(name) && !name.endsWith(UNUSED)) {
                mismatches.add(new WeightMismatch(name, WeightMismatch.NOTHING, describe(array)));
            }
        });
        return mismatches;
    }

    private static String describe(NDArray array) {
        String type = LOADABLE.contains(array.getDataType()) ? "" : " of type " + array.getDataType();
        return array.getShape() + type;
    }

    /**
     * Copies values into the network's own arrays, so that optimizers and everyone else who holds them go on with the new
     * values. Gradients must be off, as they are outside collectors.
     *
     * @param arrays float32, float64 or float16, on any device; they stay the caller's
     * @throws WeightMismatchException if anything does not fit; then nothing has changed
     */
    public void load(Map<String, NDArray> arrays) {
        List<WeightMismatch> mismatches = mismatches(arrays);
        if (!mismatches.isEmpty()) {
            throw new WeightMismatchException(mismatches);
        }
        NDIndex everything = new NDIndex("...");
        all.forEach((name, array) -> {
            NDArray given = arrays.get(name);
            if (given != null) {
                try (NDArray there = given.toDevice(array.getDevice(), true);
                        NDArray values = there.toType(DataType.FLOAT32, true)) {
                    array.set(everything, values);
                }
            }
        });
    }

    /** A parameter drawn from a normal distribution with mean 0. */
    NDArray normal(String name, ParameterKind kind, Shape shape, double standardDeviation) {
        return parameter(name, kind, source.normal(shape, standardDeviation));
    }

    /** A parameter drawn uniformly from [-bound, bound). */
    NDArray uniform(String name, ParameterKind kind, Shape shape, double bound) {
        return parameter(name, kind, source.uniform(shape, bound));
    }

    /** A parameter filled with one value. */
    NDArray constant(String name, ParameterKind kind, Shape shape, double value) {
        return parameter(name, kind, source.constant(shape, value));
    }

    /** A trained number of an activation function. */
    NDArray activationScalar(String name, Shape shape, double value) {
        return constant(name, ParameterKind.ACTIVATION, shape, value);
    }

    /** A running statistic filled with one value; no gradient ever reaches it. */
    NDArray statistic(String name, Shape shape, double value) {
        NDArray array = source.constant(shape, value);
        add(name, array);
        return array;
    }

    private NDArray parameter(String name, ParameterKind kind, NDArray array) {
        source.train(array);
        parameters.put(name, array);
        kinds.put(name, kind);
        add(name, array);
        return array;
    }

    private void add(String name, NDArray array) {
        array.setName(name);
        if (all.put(name, array) != null) {
            throw new IllegalStateException("two arrays are called " + name);
        }
    }
}
