package org.smoothbench.core.preset;

import java.util.List;
import java.util.OptionalDouble;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Elu;
import org.smoothbench.core.activation.Gelu;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.activation.SmoothRelu;

/**
 * An adversarially trained ResNet-50 that the paper's authors released, with what they measured of it. The figures stand
 * beside their code and differ a little from the paper's, since there the images were loaded in another way.
 *
 * @param activation in both passes
 * @param published what they measured
 */
public record ReleasedModel(Activation activation, Published published) {

    private static final String CONDITIONS = "PGD-50, on ImageNet, images loaded otherwise than in the paper";

    /** All of them. */
    public static List<ReleasedModel> all() {
        return List.of(
                of(new Relu(), 68.7, 33.1),
                of(new Silu(), 69.7, 41.9),
                of(new Elu(1), 69.0, 40.7),
                of(new Gelu(), 69.9, 41.5),
                of(new SmoothRelu(400, true), 69.3, 40.1));
    }

    private static ReleasedModel of(Activation activation, double accuracy, double robustness) {
        return new ReleasedModel(
                activation, new Published(OptionalDouble.of(accuracy), OptionalDouble.of(robustness), CONDITIONS));
    }
}
