package org.smoothbench.core.model;

import ai.djl.nn.pooling.Pool;
import org.smoothbench.core.experiment.ResNetSpec;

/** Builds residual networks with torchvision's names and initialisation. */
final class ResNetBuilder {

    private static final int EXPANSION = 4;

    private final StateDict state;
    private final ResNetSpec spec;
    private final BatchNormalization.Settings lastOfBlock;

    ResNetBuilder(StateDict state, ResNetSpec spec) {
        this.state = state;
        this.spec = spec;
        this.lastOfBlock = spec.zeroInitResidual()
                ? BatchNormalization.Settings.DEFAULT.startingAtZero()
                : BatchNormalization.Settings.DEFAULT;
    }

    Layer build(int channels, int classes) {
        Layer layers = stem(channels);
        int in = spec.width();
        for (int stage = 0; stage < spec.stages().size(); stage++) {
            for (int block = 0; block < spec.stages().get(stage); block++) {
                int out = (spec.width() << stage) * (spec.bottleneck() ? EXPANSION : 1);
                int stride = stage > 0 && block == 0 ? 2 : 1;
                String name = "layer%d.%d".formatted(stage + 1, block);
                layers = layers.then(
                        spec.bottleneck() ? bottleneck(name, in, stage, stride) : basic(name, in, out, stride));
                in = out;
            }
        }
        return layers.then((x, _) -> Pool.globalAvgPool2d(x)).then(new Linear(state, "fc", in, classes));
    }

    private Layer stem(int channels) {
        return switch (spec.stem()) {
            case CIFAR -> first(ConvolutionShape.of(channels, spec.width(), 3));
            case IMAGENET ->
                first(ConvolutionShape.of(channels, spec.width(), 7).strided(2)).then(new MaxPooling(3, 2, 1));
        };
    }

    private Layer first(ConvolutionShape shape) {
        return new Convolution(state, "conv1", shape)
                .then(new BatchNormalization(state, "bn1", shape.out()))
                .then(new ActivationLayer(state, "act1", spec.activation()));
    }

    private Layer basic(String name, int in, int out, int stride) {
        ConvolutionShape shape = ConvolutionShape.of(in, out, 3).strided(stride);
        return new BasicBlock(state, name, shape, lastOfBlock, spec.activation());
    }

    private Layer bottleneck(String name, int in, int stage, int stride) {
        int inner = spec.innerWidth(stage);
        ConvolutionShape shape =
                ConvolutionShape.of(inner, inner, 3).strided(stride).grouped(spec.groups());
        int out = (spec.width() << stage) * EXPANSION;
        return new Bottleneck(state, name, in, out, shape, lastOfBlock, spec.activation());
    }
}
