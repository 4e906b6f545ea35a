package org.smoothbench.core.experiment;

import org.smoothbench.core.activation.Activation;

/**
 * A network architecture with its activation function and what it does to images first. Which numbers of channels and
 * classes it has follows from the data.
 *
 * <p>No convolution has fewer than 8 channels: the CPU kernels of libtorch 2.7.1 overrun their memory in channels-last
 * convolutions with fewer output channels.
 */
public sealed interface ModelSpec
        permits ResNetSpec, PreActResNetSpec, WideResNetSpec, EfficientNetSpec, SmallCnnSpec, MlpSpec {

    /** The activation function, the same in every layer. */
    Activation activation();

    /** What happens to images in [0, 1] before the first layer. */
    InputNormalization normalization();

    /** The architecture in a few words, such as {@code ResNet-18, width 16}. */
    String label();
}
