package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;

/** How clean and robust accuracy, and smoothness, are measured while training goes on. */
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
        PgdSpec attack,

        @Setting(help = "Whether smoothness is measured, too", defaultValue = "{}")
        SmoothnessSpec smoothness) {

    public EvaluationSpec {
        if (smoothness.every() > 0 && attack.epsilon() == 0) {
            throw new InvalidSettingException(
                    "smoothness.every",
                    "0, as there is no budget to measure smoothness in with an attack.epsilon of 0",
                    Integer.toString(smoothness.every()));
        }
    }

    /** Accuracy alone. */
    public EvaluationSpec(int every, int examples, int batchSize, PgdSpec attack) {
        this(every, examples, batchSize, attack, SmoothnessSpec.NEVER);
    }
}
