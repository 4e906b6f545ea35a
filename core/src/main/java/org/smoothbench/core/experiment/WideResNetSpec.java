package org.smoothbench.core.experiment;

import java.util.Locale;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** A wide residual network (Zagoruyko and Komodakis 2016) as TRADES and RobustBench build it; 6n + 4 layers. */
@Variant(value = "wide-resnet", help = "Wide residual network for CIFAR: WRN-28-10, WRN-34-10")
public record WideResNetSpec(
        @Setting(
                help = "Layers, 4 more than a multiple of 6",
                formula = "6n + 4",
                min = 10,
                max = 604,
                defaultValue = "28")
        int depth,

        @Setting(
                help = "How many times wider than 16, 32 and 64 channels its stages are",
                min = 1,
                max = 64,
                defaultValue = "10")
        int widenFactor,

        @Setting(
                help = "Share of values that dropout sets to 0 between the convolutions of a block",
                min = 0,
                max = 0.99,
                defaultValue = "0")
        double dropout,

        @Setting(help = "Activation function of every layer", defaultValue = "\"relu\"")
        Activation activation,

        @Setting(help = "What happens to images first", defaultValue = "\"symmetric\"")
        InputNormalization normalization)
        implements ModelSpec {

    public WideResNetSpec {
        if (depth % 6 != 4) {
            throw new InvalidSettingException(
                    "depth", "4 more than a multiple of 6, such as 16, 28 or 34", String.valueOf(depth));
        }
    }

    /** The number of blocks of each of the three stages. */
    public int blocksPerStage() {
        return (depth - 4) / 6;
    }

    @Override
    public String label() {
        String name = "WRN-" + depth + "-" + widenFactor;
        return dropout == 0 ? name : String.format(Locale.ROOT, "%s, dropout %s", name, dropout);
    }
}
