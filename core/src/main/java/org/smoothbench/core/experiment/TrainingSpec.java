package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/** The outer minimisation. */
public record TrainingSpec(
        @Setting(help = "Passes over the training images", unit = "epochs", min = 1, max = 100000)
        int epochs,

        @Setting(help = "Images per step", unit = "images", min = 2, max = 65536, defaultValue = "128")
        int batchSize,

        @Setting(help = "Which examples the network is trained on", defaultValue = "\"adversarial\"")
        TrainingMethod method,

        @Setting(help = "How weights follow gradients", defaultValue = "{}")
        OptimizerSpec optimizer,

        @Setting(help = "How the learning rate changes over training", defaultValue = "\"constant\"")
        Schedule schedule) {}
