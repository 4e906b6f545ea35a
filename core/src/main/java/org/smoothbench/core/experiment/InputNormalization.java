package org.smoothbench.core.experiment;

import java.util.List;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * What a network does to images in [0, 1] before its first layer. It belongs to the network, so that attacks and their
 * budgets always live in the space of the images.
 */
public sealed interface InputNormalization {

    /** To [-1, 1], as in the authors' code. */
    @Variant(value = "symmetric", help = "Scale [0, 1] to [-1, 1], as in the authors' code")
    record Symmetric() implements InputNormalization {}

    /** Images as they are. */
    @Variant(value = "none", help = "Leave images in [0, 1]")
    record None() implements InputNormalization {}

    /** Minus a mean, by a standard deviation, each of its own for every channel. */
    @Variant(value = "channels", help = "Subtract a mean from each channel and divide it by a standard deviation")
    record Channels(
            @Setting(
                    help = "Mean of each channel, images being in [0, 1]",
                    formula = "x \\leftarrow (x - \\mu) / \\sigma",
                    min = -10,
                    max = 10)
            List<Double> mean,

            @Setting(
                    help = "Standard deviation of each channel, images being in [0, 1]",
                    formula = "x \\leftarrow (x - \\mu) / \\sigma",
                    min = 1e-6,
                    max = 1000)
            List<Double> std)
            implements InputNormalization {

        public Channels {
            mean = List.copyOf(mean);
            std = List.copyOf(std);
            if (mean.isEmpty()) {
                throw new InvalidSettingException("mean", "a number for each channel of the images", "an empty list");
            }
            if (std.size() != mean.size()) {
                throw new InvalidSettingException(
                        "std", mean.size() + " numbers, as many as mean has", std.size() + " numbers");
            }
        }
    }
}
