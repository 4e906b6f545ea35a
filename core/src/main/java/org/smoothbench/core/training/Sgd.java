package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.OptimizerSpec;

/**
 * Stochastic gradient descent with PyTorch's semantics: {@code g = g + decay w}, {@code v = momentum v + g}, {@code w = w -
 * rate v}, or with Nesterov's look ahead {@code w = w - rate (g + momentum v)}; v starts at 0. DJL's own keeps the rate
 * inside v, which differs whenever the rate changes, and does not let its state be saved. Belongs to the engine's thread.
 */
final class Sgd implements AutoCloseable {

    /** PyTorch's clip_grad_norm_ adds it to the norm it divides by. */
    private static final double CLIP_EPSILON = 1e-6;

    private final OptimizerSpec spec;
    private final Map<String, NDArray> parameters;
    private final Set<String> decaying;
    private final Map<String, NDArray> velocities = new LinkedHashMap<>();
    private final NDManager manager;
    private final NDArray momentum;
    private final NDArray weightDecay;

    /**
     * An optimizer at rest.
     *
     * @param parameters what it changes, by name; each carries its gradient when {@link #step} is called
     * @param decaying the names of those that weight decay applies to
     * @param parent the manager on whose device the velocities lie
     */
    Sgd(OptimizerSpec spec, Map<String, NDArray> parameters, Set<String> decaying, NDManager parent) {
        this.spec = spec;
        this.parameters = parameters;
        this.decaying = Set.copyOf(decaying);
        this.manager = parent.newSubManager();
        this.momentum = Scalars.of(manager, spec.momentum());
        this.weightDecay = Scalars.of(manager, spec.weightDecay());
        parameters.forEach((name, parameter) -> {
            NDArray velocity = manager.zeros(parameter.getShape());
            velocity.setName(name);
            velocities.put(name, velocity);
        });
    }

    /** Moves every parameter along its gradient, then clears the gradients. */
    void step(double learningRate) {
        try (NDManager scratch = manager.newSubManager()) {
            Map<String, NDArray> gradients = gradients(scratch);
            NDArray rate = Scalars.of(scratch, learningRate);
            parameters.forEach((name, parameter) -> update(name, parameter, of(gradients, name), rate, scratch));
        }
    }

    private Map<String, NDArray> gradients(NDManager scratch) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> {
            NDArray gradient = parameter.getGradient();
            gradient.attach(scratch);
            gradients.put(name, gradient);
        });
        if (spec.clipNorm() > 0) {
            NDArray scale = clipScale(gradients, scratch);
            gradients.replaceAll((_, gradient) -> gradient.mul(scale));
        }
        return gradients;
    }

    /** What gradients are multiplied by so that their common norm is no longer than allowed; stays on the device. */
    private NDArray clipScale(Map<String, NDArray> gradients, NDManager scratch) {
        NDArray squares = Scalars.of(scratch, 0);
        for (NDArray gradient : gradients.values()) {
            squares = squares.add(gradient.square().sum());
        }
        NDArray norm = squares.sqrt().add(Scalars.of(scratch, CLIP_EPSILON));
        return Scalars.of(scratch, spec.clipNorm()).div(norm).minimum(Scalars.of(scratch, 1));
    }

    private void update(String name, NDArray parameter, NDArray gradient, NDArray rate, NDManager scratch) {
        NDArray velocity = of(velocities, name);
        NDArray decayed = decaying.contains(name) ? gradient.add(pull(parameter, scratch)) : gradient;
        velocity.muli(momentum).addi(decayed);
        NDArray direction = spec.nesterov() ? decayed.add(ahead(velocity, scratch)) : velocity;
        NDArray move = direction.mul(rate);
        move.attach(scratch);
        parameter.subi(move);
        JniUtils.zeroGrad((PtNDArray) parameter);
    }

    /** Results belong to the manager of the first operand; a weight's would outlive the step. */
    private NDArray pull(NDArray parameter, NDManager scratch) {
        NDArray weight = parameter.stopGradient();
        weight.attach(scratch);
        return weight.mul(weightDecay);
    }

    private NDArray ahead(NDArray velocity, NDManager scratch) {
        NDArray ahead = velocity.mul(momentum);
        ahead.attach(scratch);
        return ahead;
    }

    private static NDArray of(Map<String, NDArray> arrays, String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalStateException("nothing for " + name);
        }
        return array;
    }

    /** The velocities by parameter name, unmodifiable. */
    Map<String, NDArray> velocities() {
        return Collections.unmodifiableMap(velocities);
    }

    @Override
    public void close() {
        manager.close();
    }
}
