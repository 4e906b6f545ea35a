package org.smoothbench.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.OptimizerSpec;

/**
 * Stochastic gradient descent with PyTorch's semantics: {@code v = momentum v + g + decay w}, {@code w = w - rate v}, v
 * starting at 0. DJL's own keeps the rate inside v, which differs whenever the rate changes, and does not let its state be
 * saved. Belongs to the engine's thread.
 */
final class Sgd implements AutoCloseable {

    private final Map<String, NDArray> parameters;
    private final Map<String, NDArray> velocities = new LinkedHashMap<>();
    private final NDManager manager;
    private final NDArray momentum;
    private final NDArray weightDecay;

    /**
     * An optimizer at rest.
     *
     * @param parameters what it changes, by name; each carries its gradient when {@link #step} is called
     * @param parent the manager on whose device the velocities lie
     */
    Sgd(OptimizerSpec spec, Map<String, NDArray> parameters, NDManager parent) {
        this.parameters = parameters;
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
            NDArray rate = Scalars.of(scratch, learningRate);
            parameters.forEach((name, parameter) -> update(parameter, velocity(name), rate, scratch));
        }
    }

    private void update(NDArray parameter, NDArray velocity, NDArray rate, NDManager scratch) {
        NDArray gradient = parameter.getGradient();
        gradient.attach(scratch);
        // Results belong to the manager of the first operand; a weight's would outlive the step.
        NDArray weight = parameter.stopGradient();
        weight.attach(scratch);
        velocity.muli(momentum).addi(gradient.add(weight.mul(weightDecay)));
        NDArray move = velocity.mul(rate);
        move.attach(scratch);
        parameter.subi(move);
        JniUtils.zeroGrad((PtNDArray) parameter);
    }

    private NDArray velocity(String name) {
        NDArray velocity = velocities.get(name);
        if (velocity == null) {
            throw new IllegalStateException("no velocity of " + name);
        }
        return velocity;
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
