package org.smoothbench.core.experiment;

import java.util.List;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * A residual network with batch normalisation and activation before each convolution (He et al. 2016b) and a CIFAR stem;
 * depth 18 is the PreActResNet-18 of fast adversarial training (Wong et al. 2020).
 */
@Variant(value = "preact-resnet", help = "Residual network with activations before convolutions, for CIFAR")
public record PreActResNetSpec(
        @Setting(
                help = "Layers: 18 for PreActResNet-18, 8 for a small network",
                choices = {8, 18, 34},
                defaultValue = "18")
        int depth,

        @Setting(
                help = "Channels of the first stage; each later stage doubles them. PreActResNet-18 has 64",
                unit = "channels",
                min = 8,
                max = 1024,
                defaultValue = "64")
        int width,

        @Setting(help = "Activation function of every layer", defaultValue = "\"relu\"")
        Activation activation,

        @Setting(help = "What happens to images first", defaultValue = "\"symmetric\"")
        InputNormalization normalization)
        implements ModelSpec {

    /** The number of blocks of each stage. */
    public List<Integer> stages() {
        return switch (depth) {
            case 8 -> List.of(1, 1, 1);
            case 18 -> List.of(2, 2, 2, 2);
            default -> List.of(3, 4, 6, 3);
        };
    }

    @Override
    public String label() {
        return "PreActResNet-" + depth + (width == 64 ? "" : ", width " + width);
    }
}
