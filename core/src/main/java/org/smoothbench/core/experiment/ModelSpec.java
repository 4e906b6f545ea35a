package org.smoothbench.core.experiment;

import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** A network architecture with its activation function. */
public sealed interface ModelSpec {

    /** The activation function, the same in every layer. */
    Activation activation();

    /** The architecture in a few words, such as {@code ResNet-18, width 16}. */
    String label();

    /**
     * A residual network for 32x32 inputs: 3x3 stem, no max-pooling, 1x1 projection shortcuts (He et al. 2016).
     *
     * <p>Depth 18 is ResNet-18 as CIFAR work uses it (four stages of two blocks); depth 8 is the smallest of He et al.'s
     * CIFAR networks (section 4.2, 6n + 2 layers with n = 1: three stages of one block). Width is at least 8: the CPU
     * kernels of libtorch 2.7.1 overrun their memory in channels-last convolutions with fewer output channels.
     */
    @Variant(value = "resnet", help = "Residual network with a CIFAR stem: 3x3 convolution, no max-pooling")
    record ResNet(
            @Setting(
                    help = "Layers: 18 for ResNet-18, 8 for a small network",
                    choices = {8, 18},
                    defaultValue = "18")
            int depth,

            @Setting(
                    help = "Channels of the first stage; each later stage doubles them. ResNet-18 has 64",
                    unit = "channels",
                    min = 8,
                    max = 1024,
                    defaultValue = "64")
            int width,

            @Setting(help = "Activation function of every layer", defaultValue = "\"relu\"")
            Activation activation)
            implements ModelSpec {

        @Override
        public String label() {
            return "ResNet-" + depth + ", width " + width;
        }
    }
}
