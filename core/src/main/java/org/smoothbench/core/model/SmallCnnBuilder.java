package org.smoothbench.core.model;

import ai.djl.nn.pooling.Pool;
import java.util.List;
import org.smoothbench.core.experiment.SmallCnnSpec;
import org.smoothbench.core.problem.Problem;

/** Builds small convolutional networks. */
final class SmallCnnBuilder {

    private final StateDict state;
    private final SmallCnnSpec spec;

    SmallCnnBuilder(StateDict state, SmallCnnSpec spec) {
        this.state = state;
        this.spec = spec;
    }

    Layer build(ImageShape images, int classes) {
        List<Integer> channels = spec.channels();
        int halvings = channels.size() - 1;
        if (Math.min(images.height(), images.width()) >> halvings == 0) {
            throw new Problem.Specification(
                            "images of %dx%d cannot be halved %d times"
                                    .formatted(images.height(), images.width(), halvings),
                            "$.model.channels",
                            "give fewer channels or larger images")
                    .asException();
        }
        Layer layers = (x, _) -> x;
        int in = images.channels();
        for (int i = 0; i < channels.size(); i++) {
            int out = channels.get(i);
            layers = layers.then(new Convolution(state, "conv" + (i + 1), ConvolutionShape.of(in, out, 3)))
                    .then(new BatchNormalization(state, "bn" + (i + 1), out))
                    .then(new ActivationLayer(state, "act" + (i + 1), spec.activation()));
            layers = i == halvings
                    ? layers.then((x, _) -> Pool.globalAvgPool2d(x))
                    : layers.then(new MaxPooling(2, 2, 0));
            in = out;
        }
        return layers.then(new Linear(state, "fc", in, classes));
    }
}
