package org.smoothbench.core.model;

import ai.djl.nn.pooling.Pool;
import java.util.List;
import org.smoothbench.core.experiment.EfficientNetSpec;

/**
 * Builds EfficientNets with torchvision's names, for L1 as well, which torchvision does not have; initialisation as in the
 * original code, whose fan-out of a depthwise convolution is that of one channel.
 */
final class EfficientNetBuilder {

    private static final int STEM = 32;
    private static final int HEAD = 1280;

    /** Channels of a block's input for each channel between its squeeze and its excitation. */
    private static final int SQUEEZE = 4;

    /** Tan and Le 2019, table 1. */
    private static final List<Stage> STAGES = List.of(
            new Stage(1, 3, 1, 16, 1),
            new Stage(6, 3, 2, 24, 2),
            new Stage(6, 5, 2, 40, 2),
            new Stage(6, 3, 2, 80, 3),
            new Stage(6, 5, 1, 112, 3),
            new Stage(6, 5, 2, 192, 4),
            new Stage(6, 3, 1, 320, 1));

    private final StateDict state;
    private final EfficientNetSpec spec;
    private final BatchNormalization.Settings batchNorm;

    private record Stage(int expansion, int kernel, int stride, int channels, int blocks) {}

    EfficientNetBuilder(StateDict state, EfficientNetSpec spec) {
        this.state = state;
        this.spec = spec;
        this.batchNorm = new BatchNormalization.Settings(1, spec.batchNormMomentum(), spec.batchNormEpsilon());
    }

    Layer build(int channels, int classes) {
        EfficientNetSpec.Scaling scaling = spec.variant();
        int in = scaling.channels(STEM);
        Layer layers =
                normalized("features.0", ConvolutionShape.of(channels, in, 3).strided(2));
        int total = STAGES.stream()
                .mapToInt(stage -> scaling.blocks(stage.blocks()))
                .sum();
        int index = 0;
        for (int s = 0; s < STAGES.size(); s++) {
            Stage stage = STAGES.get(s);
            for (int b = 0; b < scaling.blocks(stage.blocks()); b++) {
                String name = "features.%d.%d".formatted(s + 1, b);
                int out = scaling.channels(stage.channels());
                int stride = b == 0 ? stage.stride() : 1;
                double survival = 1 - (1 - spec.survival()) * index++ / total;
                layers = layers.then(block(name, in, out, stage, stride, survival));
                in = out;
            }
        }
        int head = scaling.channels(HEAD);
        return layers.then(normalized("features.8", ConvolutionShape.of(in, head, 1)))
                .then((x, _) -> Pool.globalAvgPool2d(x))
                .then(new Dropout(spec.dropoutRate()))
                .then(new Linear(state, "classifier.1", head, classes, 1 / Math.sqrt(classes)));
    }

    /** Convolution, batch normalisation, activation. */
    private Layer normalized(String name, ConvolutionShape shape) {
        return linear(name, shape).then(new ActivationLayer(state, name + ".act", spec.activation()));
    }

    /** Convolution, batch normalisation. */
    private Layer linear(String name, ConvolutionShape shape) {
        return new Convolution(state, name + ".0", shape, shape.heDeviationOfGroup())
                .then(new BatchNormalization(state, name + ".1", shape.out(), batchNorm));
    }

    /** A mobile inverted bottleneck: expansion, depthwise convolution, squeeze-and-excitation, projection. */
    private Layer block(String name, int in, int out, Stage stage, int stride, double survival) {
        int inner = in * stage.expansion();
        int part = 0;
        Layer branch = (x, _) -> x;
        if (stage.expansion() != 1) {
            branch = normalized(name + ".block." + part++, ConvolutionShape.of(in, inner, 1));
        }
        ConvolutionShape depthwise =
                ConvolutionShape.depthwise(inner, stage.kernel()).strided(stride);
        branch = branch.then(normalized(name + ".block." + part++, depthwise));
        branch = branch.then(new SqueezeExcitation(
                state, name + ".block." + part++, inner, Math.max(1, in / SQUEEZE), spec.activation()));
        Layer main = branch.then(linear(name + ".block." + part, ConvolutionShape.of(inner, out, 1)));
        return stride == 1 && in == out ? new Residual(main.then(new StochasticDepth(survival))) : main;
    }
}
