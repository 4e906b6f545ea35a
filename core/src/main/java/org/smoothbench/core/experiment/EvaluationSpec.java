package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/** How clean and robust accuracy are measured while training goes on. */
public record EvaluationSpec(
        @Setting(
                help = "Measure after every so many epochs, and after the last",
                unit = "epochs",
                min = 1,
                max = 100000,
                defaultValue = "1")
        int every,

        @Setting(
                help = "How many test images are used, spread evenly over the set; 0 for all",
                unit = "images",
                min = 0,
                max = 10000000,
                defaultValue = "0")
        int examples,

        @Setting(help = "Images per batch", unit = "images", min = 1, max = 65536, defaultValue = "250")
        int batchSize,

        @Setting(help = "The attack robust accuracy is measured with", defaultValue = "{}")
        PgdSpec attack) {}
