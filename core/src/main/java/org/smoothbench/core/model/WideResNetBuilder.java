package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.pooling.Pool;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.WideResNetSpec;

/** Builds wide residual networks with the names and initialisation of TRADES and RobustBench. */
final class WideResNetBuilder {

    private static final int BASE = 16;
    private static final int STAGES = 3;

    private final StateDict state;
    private final WideResNetSpec spec;

    WideResNetBuilder(StateDict state, WideResNetSpec spec) {
        this.state = state;
        this.spec = spec;
    }

    Layer build(int channels, int classes) {
        Layer layers = new Convolution(state, "conv1", ConvolutionShape.of(channels, BASE, 3));
        int in = BASE;
        for (int stage = 0; stage < STAGES; stage++) {
            int out = (BASE << stage) * spec.widenFactor();
            for (int block = 0; block < spec.blocksPerStage(); block++) {
                String name = "block%d.layer.%d".formatted(stage + 1, block);
                int stride = stage > 0 && block == 0 ? 2 : 1;
                layers = layers.then(
                        new Block(state, name, ConvolutionShape.of(in, out, 3).strided(stride), spec));
                in = out;
            }
        }
        return layers.then(new BatchNormalization(state, "bn1", in))
                .then(new ActivationLayer(state, "act", spec.activation()))
                .then((x, _) -> Pool.globalAvgPool2d(x))
                .then(new Linear(state, "fc", in, classes, 1 / Math.sqrt(in)));
    }

    /** Where channels change, the shortcut leaves after the first activation, otherwise before the batch normalisation. */
    private static final class Block implements Layer {

        private final Layer entry;
        private final Layer main;
        private final @Nullable Layer projection;

        Block(StateDict state, String name, ConvolutionShape shape, WideResNetSpec spec) {
            int out = shape.out();
            this.entry = new BatchNormalization(state, name + ".bn1", shape.in())
                    .then(new ActivationLayer(state, name + ".act1", spec.activation()));
            this.main = new Convolution(state, name + ".conv1", shape)
                    .then(new BatchNormalization(state, name + ".bn2", out))
                    .then(new ActivationLayer(state, name + ".act2", spec.activation()))
                    .then(new Dropout(spec.dropout()))
                    .then(new Convolution(state, name + ".conv2", ConvolutionShape.of(out, out, 3)));
            this.projection = shape.in() == out
                    ? null
                    : new Convolution(
                            state,
                            name + ".convShortcut",
                            ConvolutionShape.of(shape.in(), out, 1).strided(shape.stride()));
        }

        private Block(Block block, NDManager owner) {
            this.entry = block.entry.folded(owner);
            this.main = block.main.folded(owner);
            this.projection = block.projection == null ? null : block.projection.folded(owner);
        }

        @Override
        public NDArray forward(NDArray x, Pass pass) {
            NDArray entered = entry.forward(x, pass);
            NDArray shortcut = projection == null ? x : projection.forward(entered, pass);
            return main.forward(entered, pass).add(shortcut);
        }

        @Override
        public Layer folded(NDManager owner) {
            return new Block(this, owner);
        }
    }
}
