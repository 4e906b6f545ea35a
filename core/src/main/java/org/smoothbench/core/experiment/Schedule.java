package org.smoothbench.core.experiment;

import java.util.List;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** How the learning rate changes over training. */
public sealed interface Schedule {

    /**
     * What the base learning rate is multiplied by.
     *
     * @param epoch how many epochs have been completed, with the fraction of the current one
     */
    double factor(double epoch);

    /** The base learning rate throughout. */
    @Variant(value = "constant", help = "The same learning rate throughout")
    record Constant() implements Schedule {

        @Override
        public double factor(double epoch) {
            return 1;
        }
    }

    /** Multiplied at milestones, as in the paper's ImageNet recipe (a tenth after 30, 60 and 90 epochs). */
    @Variant(value = "step", help = "Multiply the learning rate by a factor after each milestone")
    record Step(
            @Setting(
                    help = "Epochs after which the rate drops, in rising order",
                    unit = "epochs",
                    min = 0,
                    max = 100000)
            List<Double> milestones,

            @Setting(help = "What the rate is multiplied by at each", min = 0, max = 1, defaultValue = "0.1")
            double factor)
            implements Schedule {

        public Step {
            milestones = List.copyOf(milestones);
            for (int i = 1; i < milestones.size(); i++) {
                if (milestones.get(i) <= milestones.get(i - 1)) {
                    throw new InvalidSettingException("milestones", "rising numbers", milestones.toString());
                }
            }
        }

        @Override
        public double factor(double epoch) {
            double factorNow = 1;
            for (double milestone : milestones) {
                factorNow *= epoch >= milestone ? factor : 1;
            }
            return factorNow;
        }
    }
}
