package org.smoothbench.core.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** A multilayer perceptron: fully connected layers on the values of an image, or of a point in the plane. */
@Variant(value = "mlp", help = "Fully connected layers, for points in the plane and small images")
public record MlpSpec(
        @Setting(
                help = "Units of each hidden layer; empty for a linear classifier",
                unit = "units",
                min = 1,
                max = 16384,
                defaultValue = "[64, 64]")
        List<Integer> hidden,

        @Setting(help = "Activation function of every hidden layer", defaultValue = "\"relu\"")
        Activation activation,

        @Setting(help = "What happens to images first", defaultValue = "\"symmetric\"")
        InputNormalization normalization)
        implements ModelSpec {

    private static final int MOST_LAYERS = 50;

    public MlpSpec {
        hidden = List.copyOf(hidden);
        if (hidden.size() > MOST_LAYERS) {
            throw new InvalidSettingException(
                    "hidden", "at most " + MOST_LAYERS + " layers", hidden.size() + " layers");
        }
    }

    @Override
    public String label() {
        return hidden.isEmpty()
                ? "linear classifier"
                : hidden.stream().map(String::valueOf).collect(Collectors.joining("-", "MLP ", ""));
    }
}
