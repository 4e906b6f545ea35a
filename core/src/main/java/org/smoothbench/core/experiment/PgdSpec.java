package org.smoothbench.core.experiment;

import java.util.Locale;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.schema.Setting;

/**
 * Projected gradient descent in the L-infinity ball (Madry et al. 2018; the paper, section 3), untargeted, on the
 * cross-entropy. One step with random start is FGSM with random initialisation.
 *
 * @param epsilon the budget, in 1/255
 * @param stepSize the step, in 1/255
 */
public record PgdSpec(
        @Setting(
                help = "Budget: no pixel moves by more than this",
                unit = "1/255",
                formula = "\\|\\delta\\|_\\infty \\le \\epsilon",
                min = 0,
                max = 255,
                defaultValue = "8")
        double epsilon,

        @Setting(
                help = "How far one step moves each pixel",
                unit = "1/255",
                formula = "x \\leftarrow \\Pi_\\epsilon(x + \\beta\\,\\mathrm{sign}\\,\\nabla_x L)",
                min = 0,
                max = 510,
                defaultValue = "2")
        double stepSize,

        @Setting(help = "Number of gradient steps", unit = "steps", min = 1, max = 10000, defaultValue = "10")
        int steps,

        @Setting(help = "Start at a random point of the ball instead of the image itself", defaultValue = "true")
        boolean randomStart,

        @Setting(
                help = "The derivative at activations that the attacker's gradients are computed with",
                defaultValue = "\"own\"")
        BackwardDerivative backward) {

    /** An attack with ordinary gradients. */
    public PgdSpec(double epsilon, double stepSize, int steps, boolean randomStart) {
        this(epsilon, stepSize, steps, randomStart, new BackwardDerivative.Own());
    }

    /** The paper's notation, such as {@code PGD-10, eps 8/255, step 2/255}. */
    public String label() {
        String gradients = backward instanceof BackwardDerivative.Own ? "" : ", " + backward.label();
        return "PGD-%d, eps %s/255, step %s/255%s%s"
                .formatted(steps, number(epsilon), number(stepSize), randomStart ? "" : ", no random start", gradients);
    }

    /** A number without needless digits. */
    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
