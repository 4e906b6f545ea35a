package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/** A careful beginning: the learning rate of the schedule, multiplied by a factor that rises to 1 in a straight line. */
public record Warmup(
        @Setting(help = "How long; 0 for none", unit = "epochs", min = 0, max = 100000, defaultValue = "0")
        double epochs,

        @Setting(help = "The share of the learning rate to begin with", min = 0, max = 1, defaultValue = "0")
        double start) {

    /**
     * What the schedule's rate is multiplied by.
     *
     * @param epoch how many epochs have been completed, with the fraction of the current one
     */
    public double factor(double epoch) {
        return epoch >= epochs ? 1 : start + (1 - start) * epoch / epochs;
    }
}
