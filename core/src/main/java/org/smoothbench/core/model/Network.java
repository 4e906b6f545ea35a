package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.pooling.Pool;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.ModelSpec;

/**
 * A network with its parameters on the engine's device. Images come in [0, 1] and are scaled to [-1, 1] inside, as in the
 * authors' code. Belongs to the engine's thread.
 */
public final class Network implements Classifier, AutoCloseable {

    private final NDManager manager;
    private final StateDict state;
    private final Layer layers;
    private final int classes;
    private final NDArray two;
    private final NDArray one;

    private Network(NDManager manager, StateDict state, Layer layers, int classes) {
        this.manager = manager;
        this.state = state;
        this.layers = layers;
        this.classes = classes;
        this.two = Scalars.of(manager, 2);
        this.one = Scalars.of(manager, 1);
    }

    /**
     * Builds a network with fresh weights.
     *
     * @param channels of the images, 1 or 3
     * @param seed what the weights follow from, the same on every device
     */
    public static Network create(TorchEngine engine, ModelSpec model, int channels, int classes, long seed) {
        NDManager manager = engine.manager().newSubManager();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StateDict state = new StateDict(manager, random);
        Layer layers = switch (model) {
            case ModelSpec.ResNet resnet -> resnet(state, resnet, channels, classes);
        };
        return new Network(manager, state, layers, classes);
    }

    private static Layer resnet(StateDict state, ModelSpec.ResNet spec, int channels, int classes) {
        int stages = spec.depth() == 8 ? 3 : 4;
        int blocks = spec.depth() == 8 ? 1 : 2;
        Activation activation = spec.activation();
        Layer layers = new Convolution(state, "conv1", channels, spec.width(), 3, 1)
                .then(new BatchNormalization(state, "bn1", spec.width()))
                .then(new ActivationLayer(state, "act1", activation));
        int in = spec.width();
        for (int stage = 0; stage < stages; stage++) {
            int out = spec.width() << stage;
            for (int block = 0; block < blocks; block++) {
                String name = "layer%d.%d".formatted(stage + 1, block);
                int stride = stage > 0 && block == 0 ? 2 : 1;
                layers = layers.then(new BasicBlock(state, name, in, out, stride, activation));
                in = out;
            }
        }
        return layers.then((x, _) -> Pool.globalAvgPool2d(x)).then(new Linear(state, "fc", in, classes));
    }

    @Override
    public NDArray logits(NDArray images) {
        return forward(images, Pass.INFERENCE);
    }

    /**
     * Logits of images.
     *
     * @param images float32 in [0, 1], shape (images, channels, height, width)
     * @return shape (images, classes), owned by the images' manager
     */
    public NDArray forward(NDArray images, Pass pass) {
        return layers.forward(images.mul(two).sub(one), pass);
    }

    @Override
    public int classes() {
        return classes;
    }

    /** This network as an attacker sees it who goes through it in a way of his own. */
    public Classifier through(Pass pass) {
        return new Classifier() {

            @Override
            public NDArray logits(NDArray images) {
                return forward(images, pass);
            }

            @Override
            public int classes() {
                return classes;
            }
        };
    }

    /** The arrays of the network. */
    public StateDict state() {
        return state;
    }

    /** The number of trained numbers. */
    public long parameterCount() {
        return state.parameters().values().stream().mapToLong(NDArray::size).sum();
    }

    /**
     * Stops gradients at the parameters until the result is closed, so that a backward pass computes those of the images
     * only: a third faster, and nothing to clear afterwards.
     */
    public Frozen freeze() {
        state.parameters().values().forEach(parameter -> parameter.setRequiresGradient(false));
        return () -> state.parameters().values().forEach(parameter -> parameter.setRequiresGradient(true));
    }

    @Override
    public void close() {
        manager.close();
    }

    /** Ends the freezing of parameters. */
    @FunctionalInterface
    public interface Frozen extends AutoCloseable {

        @Override
        void close();
    }
}
