package org.smoothbench.core.experiment;

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
                help = "Pull of every weight towards 0",
                formula = "v \\leftarrow \\mu v + g + \\lambda\\theta",
                min = 0,
                max = 1,
                defaultValue = "0.0005")
        double weightDecay) {}
