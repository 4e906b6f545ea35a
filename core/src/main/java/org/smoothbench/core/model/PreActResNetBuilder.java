package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.pooling.Pool;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.experiment.PreActResNetSpec;

/**
 * Builds pre-activation networks with the names of fast adversarial training's code (Wong et al. 2020) and He
 * initialisation.
 */
final class PreActResNetBuilder {

    private final StateDict state;
    private final PreActResNetSpec spec;

    PreActResNetBuilder(StateDict state, PreActResNetSpec spec) {
        this.state = state;
        this.spec = spec;
    }

    Layer build(int channels, int classes) {
        Layer layers = new Convolution(state, "conv1", ConvolutionShape.of(channels, spec.width(), 3));
        int in = spec.width();
        for (int stage = 0; stage < spec.stages().size(); stage++) {
            int out = spec.width() << stage;
            for (int block = 0; block < spec.stages().get(stage); block++) {
                String name = "layer%d.%d".formatted(stage + 1, block);
                int stride = stage > 0 && block == 0 ? 2 : 1;
                ConvolutionShape shape = ConvolutionShape.of(in, out, 3).strided(stride);
                layers = layers.then(new Block(state, name, shape, spec.activation()));
                in = out;
            }
        }
        return layers.then(new BatchNormalization(state, "bn", in))
                .then(new ActivationLayer(state, "act", spec.activation()))
                .then((x, _) -> Pool.globalAvgPool2d(x))
                .then(new Linear(state, "linear", in, classes));
    }

    /** The shortcut leaves before the first batch normalisation and has none of its own. */
    private static final class Block implements Layer {

        private final Layer main;
        private final @Nullable Layer projection;

        Block(StateDict state, String name, ConvolutionShape shape, Activation activation) {
            int out = shape.out();
            this.main = new BatchNormalization(state, name + ".bn1", shape.in())
                    .then(new ActivationLayer(state, name + ".act1", activation))
                    .then(new Convolution(state, name + ".conv1", shape))
                    .then(new BatchNormalization(state, name + ".bn2", out))
                    .then(new ActivationLayer(state, name + ".act2", activation))
                    .then(new Convolution(state, name + ".conv2", ConvolutionShape.of(out, out, 3)));
            this.projection = shape.stride() == 1 && shape.in() == out
                    ? null
                    : new Convolution(
                            state,
                            name + ".shortcut.0",
                            ConvolutionShape.of(shape.in(), out, 1).strided(shape.stride()));
        }

        private Block(Block block, NDManager owner) {
            this.main = block.main.folded(owner);
            this.projection = block.projection == null ? null : block.projection.folded(owner);
        }

        @Override
        public NDArray forward(NDArray x, Pass pass) {
            NDArray shortcut = projection == null ? x : projection.forward(x, pass);
            return main.forward(x, pass).add(shortcut);
        }

        @Override
        public Layer folded(NDManager owner) {
            return new Block(this, owner);
        }
    }
}
