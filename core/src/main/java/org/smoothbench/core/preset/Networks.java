package org.smoothbench.core.preset;

import java.util.List;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.experiment.ResNetSpec;

/** The residual networks of the presets. */
final class Networks {

    private static final int FULL_WIDTH = 64;
    private static final int QUARTER_WIDTH = 16;
    private static final int SMALLEST_WIDTH = 8;

    private Networks() {}

    /** A network as published, for ImageNet; blocks start as identities, as in the authors' released code. */
    static ResNetSpec imagenet(int depth, int groups, int groupWidth, Activation activation) {
        return new ResNetSpec(
                depth,
                List.of(),
                FULL_WIDTH,
                groups,
                groupWidth,
                ResNetSpec.Block.AUTO,
                ResNetSpec.Stem.IMAGENET,
                true,
                activation,
                new InputNormalization.Symmetric());
    }

    static ResNetSpec imagenetResNet50(Activation activation) {
        return imagenet(50, 1, FULL_WIDTH, activation);
    }

    static ResNetSpec cifarResNet18(Activation activation) {
        return new ResNetSpec(18, FULL_WIDTH, activation);
    }

    /** A sixteenth of ResNet-18's work. */
    static ResNetSpec narrowResNet18(Activation activation) {
        return new ResNetSpec(18, QUARTER_WIDTH, activation);
    }

    static ResNetSpec sampleResNet8(Activation activation) {
        return new ResNetSpec(8, SMALLEST_WIDTH, activation);
    }

    /** Few bottlenecks with an eighth of the channels, for small images. */
    static ResNetSpec bottlenecks(List<Integer> blocks, int groups, int groupWidth, Activation activation) {
        return new ResNetSpec(
                50,
                blocks,
                SMALLEST_WIDTH,
                groups,
                groupWidth,
                ResNetSpec.Block.BOTTLENECK,
                ResNetSpec.Stem.CIFAR,
                false,
                activation,
                new InputNormalization.Symmetric());
    }
}
