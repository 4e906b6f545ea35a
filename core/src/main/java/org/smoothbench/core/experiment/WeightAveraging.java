package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** Whether accuracies and the saved result are those of averaged weights. */
public sealed interface WeightAveraging {

    /** The weights as they are trained. */
    @Variant(value = "none", help = "Judge the weights as they are trained")
    record None() implements WeightAveraging {}

    /** An exponential moving average over steps, beside the trained weights and without influence on them. */
    @Variant(value = "ema", help = "Keep an exponential moving average of the weights, and judge that")
    record Ema(
            @Setting(
                    help = "How much of the average is kept at each step",
                    formula = "\\bar\\theta \\leftarrow d\\,\\bar\\theta + (1-d)\\,\\theta",
                    min = 0,
                    max = 1,
                    defaultValue = "0.999")
            double decay,

            @Setting(
                    help = "Keep less while the average is young: at most (1 + n) / (10 + n) after n steps",
                    defaultValue = "true")
            boolean ramp,

            @Setting(
                    help =
                            "Running statistics of batch normalisation: averaged like weights, or those of the trained network",
                    defaultValue = "\"averaged\"")
            Statistics batchNorm)
            implements WeightAveraging {

        /** The share of the average that is kept at a step, counted from 0. */
        public double decayAt(long step) {
            return ramp ? Math.min(decay, (1.0 + step) / (10.0 + step)) : decay;
        }
    }

    /** What becomes of batch normalisation's running statistics. */
    enum Statistics {
        /** Averaged like weights. */
        AVERAGED,
        /** Those of the trained network at that moment. */
        TRAINED
    }
}
