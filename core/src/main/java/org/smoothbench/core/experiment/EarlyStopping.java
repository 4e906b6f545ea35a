package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/** Ends training when robust accuracy has stopped rising: on the validation images if there are any, else on the test's. */
public record EarlyStopping(
        @Setting(
                help = "How many evaluations without a new best robust accuracy end training; 0 for never",
                unit = "evaluations",
                min = 0,
                max = 100000,
                defaultValue = "0")
        int patience,

        @Setting(
                help = "How much higher a robust accuracy must be to count as better",
                unit = "share of images",
                min = 0,
                max = 1,
                defaultValue = "0")
        double minimumGain) {}
