package org.smoothbench.core.experiment;

import java.util.List;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;

/** Stochastic gradient descent with momentum, with PyTorch's semantics. */
public record OptimizerSpec(
        @Setting(
                help = "Step length before the schedule",
                formula = "\\theta \\leftarrow \\theta - \\eta v",
                min = 0,
                max = 1000,
                defaultValue = "0.1")
        double learningRate,

        @Setting(
                help = "How much of the last step is kept",
                formula = "v \\leftarrow \\mu v + g + \\lambda\\theta",
                min = 0,
                max = 1,
                defaultValue = "0.9")
        double momentum,

        @Setting(
                help = "Look ahead along the velocity (Nesterov)",
                formula = "\\theta \\leftarrow \\theta - \\eta (g + \\lambda\\theta + \\mu v)",
                defaultValue = "false")
        boolean nesterov,

        @Setting(
                help = "Pull of weights towards 0",
                formula = "v \\leftarrow \\mu v + g + \\lambda\\theta",
                min = 0,
                max = 1,
                defaultValue = "0.0005")
        double weightDecay,

        @Setting(
                help =
                        "Parameters without weight decay: biases, batch-norm, or names in which * stands for anything. Trained"
                                + " numbers of activations never decay",
                defaultValue = "[\"biases\", \"batch-norm\"]")
        List<String> withoutDecay,

        @Setting(
                help =
                        "Largest norm of the gradient of all parameters together; a longer one is scaled down. 0 for any",
                formula = "g \\leftarrow g \\min(1, c / \\|g\\|_2)",
                min = 0,
                max = 1e6,
                defaultValue = "0")
        double clipNorm,

        @Setting(
                help = "The derivative at activations that the weights' gradients are computed with",
                defaultValue = "\"own\"")
        BackwardDerivative backward) {

    /** All biases of layers; batch normalisation's are among {@link #BATCH_NORM}. */
    public static final String BIASES = "biases";

    /** Scales and shifts of batch normalisation. */
    public static final String BATCH_NORM = "batch-norm";

    public OptimizerSpec {
        withoutDecay = List.copyOf(withoutDecay);
        if (nesterov && momentum == 0) {
            throw new InvalidSettingException("nesterov", "false, since there is no momentum", "true");
        }
    }

    /** Plain momentum, with decay of weights but not of biases and batch normalisation. */
    public OptimizerSpec(double learningRate, double momentum, double weightDecay) {
        this(learningRate, momentum, false, weightDecay, List.of(BIASES, BATCH_NORM), 0, new BackwardDerivative.Own());
    }
}
