package org.smoothbench.core.experiment;

import java.util.List;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** How the learning rate changes over training; {@link Warmup} comes on top. */
public sealed interface Schedule {

    /**
     * What the base learning rate is multiplied by.
     *
     * @param epoch how many epochs have been completed, with the fraction of the current one
     * @param epochs of the whole training
     */
    double factor(double epoch, double epochs);

    /** The base learning rate throughout. */
    @Variant(value = "constant", help = "The same learning rate throughout")
    record Constant() implements Schedule {

        @Override
        public double factor(double epoch, double epochs) {
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
            requireRising("milestones", milestones);
        }

        @Override
        public double factor(double epoch, double epochs) {
            double factorNow = 1;
            for (double milestone : milestones) {
                factorNow *= epoch >= milestone ? factor : 1;
            }
            return factorNow;
        }
    }

    /** Half a cosine from the base rate down (Loshchilov and Hutter 2017, equation 5, without restarts). */
    @Variant(value = "cosine", help = "Half a cosine from the learning rate down to a share of it")
    record Cosine(
            @Setting(
                    help = "The share of the learning rate left at the end",
                    formula = "\\eta_{min}+\\frac{1-\\eta_{min}}{2}(1+\\cos(\\pi t/T))",
                    min = 0,
                    max = 1,
                    defaultValue = "0")
            double minimum)
            implements Schedule {

        @Override
        public double factor(double epoch, double epochs) {
            return minimum + (1 - minimum) * (1 + Math.cos(Math.PI * Math.min(1, epoch / epochs))) / 2;
        }
    }

    /** Straight up from 0 and straight down to 0, as fast adversarial training has it (Wong et al. 2020). */
    @Variant(value = "cyclic", help = "Rise in a straight line from 0 to the learning rate, then fall to 0")
    record Cyclic(
            @Setting(
                    help = "The share of training after which the rate is highest",
                    min = 0,
                    max = 1,
                    defaultValue = "0.4")
            double peak)
            implements Schedule {

        @Override
        public double factor(double epoch, double epochs) {
            double done = Math.min(1, epoch / epochs);
            return done < peak ? done / peak : peak < 1 ? (1 - done) / (1 - peak) : 1;
        }
    }

    /** Straight lines between given points. */
    @Variant(value = "piecewise", help = "Straight lines between points: a factor at each of some epochs")
    record Piecewise(
            @Setting(help = "Epochs of the points, in rising order", unit = "epochs", min = 0, max = 100000)
            List<Double> epochs,

            @Setting(help = "What the learning rate is multiplied by at each point", min = 0, max = 1000)
            List<Double> factors)
            implements Schedule {

        public Piecewise {
            epochs = List.copyOf(epochs);
            factors = List.copyOf(factors);
            requireRising("epochs", epochs);
            if (epochs.isEmpty()) {
                throw new InvalidSettingException("epochs", "at least one point", "an empty list");
            }
            if (factors.size() != epochs.size()) {
                throw new InvalidSettingException(
                        "factors",
                        "one factor for each of the " + epochs.size() + " epochs",
                        factors.size() + " factors");
            }
        }

        @Override
        public double factor(double epoch, double epochsOfTraining) {
            int next = 0;
            while (next < epochs.size() && epochs.get(next) <= epoch) {
                next++;
            }
            if (next == 0 || next == epochs.size()) {
                return factors.get(Math.max(0, next - 1));
            }
            double share = (epoch - epochs.get(next - 1)) / (epochs.get(next) - epochs.get(next - 1));
            return factors.get(next - 1) + share * (factors.get(next) - factors.get(next - 1));
        }
    }

    private static void requireRising(String key, List<Double> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                throw new InvalidSettingException(key, "rising numbers", numbers.toString());
            }
        }
    }
}
