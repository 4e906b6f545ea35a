package org.smoothbench.core.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * A small convolutional network: 3x3 convolution, batch normalisation and activation for each number of channels, with a
 * 2x2 max-pooling between them, a mean over positions and a fully connected layer at the end.
 */
@Variant(value = "small-cnn", help = "A few 3x3 convolutions with max-pooling between them, for quick experiments")
public record SmallCnnSpec(
        @Setting(
                help = "Channels of each convolution; the image is halved after each but the last",
                unit = "channels",
                min = 8,
                max = 4096,
                defaultValue = "[32, 64, 128]")
        List<Integer> channels,

        @Setting(help = "Activation function of every layer", defaultValue = "\"relu\"")
        Activation activation,

        @Setting(help = "What happens to images first", defaultValue = "\"symmetric\"")
        InputNormalization normalization)
        implements ModelSpec {

    private static final int MOST_LAYERS = 10;

    public SmallCnnSpec {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || channels.size() > MOST_LAYERS) {
            throw new InvalidSettingException("channels", "1 to " + MOST_LAYERS + " numbers", channels.toString());
        }
    }

    @Override
    public String label() {
        return channels.stream().map(String::valueOf).collect(Collectors.joining("-", "CNN ", ""));
    }
}
