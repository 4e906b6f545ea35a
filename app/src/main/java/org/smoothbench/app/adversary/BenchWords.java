package org.smoothbench.app.adversary;

import java.util.List;
import java.util.Locale;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.Iterate;
import org.smoothbench.core.probe.bench.SmallestBudget;

/** What the bench found, in sentences. */
final class BenchWords {

    private BenchWords() {}

    static String weights(TrainedModel.Weights weights) {
        return weights.checkpoint() + (weights.averaged() ? " averaged" : "") + ", epoch " + weights.epoch();
    }

    static String outcome(AttackedImage attacked, List<String> names) {
        if (!attacked.clean().correct()) {
            return "Wrong without any attack: sees " + seen(attacked.clean(), names);
        }
        return attacked.example()
                .map(example -> "Fooled"
                        + attacked.firstSuccess()
                                .map(step -> " at " + attacked.stepWord() + " " + step + start(attacked))
                                .orElse("")
                        + ": sees "
                        + seen(example, names))
                .orElse("Withstands the attack");
    }

    private static String start(AttackedImage attacked) {
        return attacked.run() == 0 ? "" : " of start " + (attacked.run() + 1);
    }

    static String seen(Iterate at, List<String> names) {
        int predicted = at.answer().predicted();
        return names.get(predicted) + ", " + percent(at.answer().probability(predicted));
    }

    /** What the pictures show. */
    static String shown(AttackedImage attacked, int step) {
        Iterate at = BenchModel.at(attacked, step);
        if (step >= 0 && !attacked.path().isEmpty()) {
            return attacked.stepWord() + " " + at.step();
        }
        if (!attacked.clean().correct()) {
            return "the image itself";
        }
        if (attacked.fooled()) {
            return "example";
        }
        return attacked.ascends() ? "largest loss" : at.within() ? "largest margin" : "nearest beyond eps";
    }

    /** How long a perturbation is, and whether it is longer than it may be. */
    static String length(Iterate at, AttackSettings settings) {
        return settings.length(at.distance()) + (at.within() ? "" : " > eps");
    }

    /** The smallest budget in a line. */
    static String smallest(SmallestBudget found, AttackSettings settings) {
        String fab = found.fab().isPresent()
                ? " · FAB finds " + settings.length(found.fab().getAsDouble())
                : " · FAB finds nothing";
        if (found.fools().isEmpty()) {
            return "Smallest eps: none up to " + settings.length(found.searched()) + fab;
        }
        if (found.fools().getAsDouble() == 0) {
            return "Smallest eps: 0, it is wrong without any attack";
        }
        return "Smallest eps ≤ " + settings.length(found.fools().getAsDouble()) + " by this attack" + fab;
    }

    /** How it was found and what it means. */
    static String aboutSmallest(SmallestBudget found, AttackSettings settings) {
        return found.trials().size() + " attacks with other budgets bracket it to within "
                + settings.length(found.tolerance())
                + (found.monotone() ? "." : ", although at some larger budget the attack failed.")
                + " It is an upper bound: a better attack may fool the model within less."
                + " FAB seeks the nearest example by itself, with 20 steps.";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
