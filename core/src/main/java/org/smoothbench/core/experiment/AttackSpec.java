package org.smoothbench.core.experiment;

import java.util.List;
import java.util.Locale;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * An attack of an evaluation with its settings. The budget is not one of them: it is the evaluation's
 * {@link ThreatModel}, the same for all of its attacks.
 */
public sealed interface AttackSpec
        permits AttackSpec.Fgsm,
                AttackSpec.Pgd,
                AttackSpec.Apgd,
                AttackSpec.ApgdTargeted,
                AttackSpec.Fab,
                AttackSpec.FabTargeted,
                AttackSpec.Square,
                AutoAttack {

    /** What a gradient attack ascends. */
    enum Loss {
        /** Cross-entropy. */
        CE,
        /** The largest wrong logit minus that of the class. */
        MARGIN,
        /** The difference of logits ratio, which no scale of the logits changes (Croce and Hein 2020, equation 6). */
        DLR
    }

    /** Which iterate of a run counts. */
    enum Iterate {
        /** The one after the last step. */
        LAST,
        /** The one with the largest loss. */
        BEST,
        /** Any that fools the model; the image then leaves the batch. */
        FIRST_SUCCESS
    }

    /** What the attack is called in results, such as {@code pgd-10} or {@code apgd-ce}. */
    String label();

    /** The single attacks it consists of, in their order; an ensemble has several. */
    default List<AttackSpec> stages() {
        return List.of(this);
    }

    /** One step. */
    @Variant(value = "fgsm", help = "One signed gradient step of the whole budget from the image itself")
    record Fgsm(
            @Setting(help = "Start at a random point of the budget instead", defaultValue = "false")
            boolean randomStart)
            implements AttackSpec {

        @Override
        public String label() {
            return "fgsm";
        }
    }

    /** Steps of one size. */
    @Variant(value = "pgd", help = "Projected gradient descent with steps of one size (Madry et al. 2018)")
    record Pgd(
            @Setting(help = "Number of gradient steps", unit = "steps", min = 1, max = 100000, defaultValue = "10")
            int steps,

            @Setting(
                    help = "Size of a step as a share of the budget; 0 for a quarter of it, or more where the steps "
                            + "would not span it",
                    unit = "of the budget",
                    min = 0,
                    max = 10,
                    defaultValue = "0")
            double stepShare,

            @Setting(help = "How often the attack begins anew", unit = "runs", min = 1, max = 10000, defaultValue = "1")
            int restarts,

            @Setting(help = "Start at a random point of the budget instead of the image", defaultValue = "true")
            boolean randomStart,

            @Setting(help = "What is ascended", defaultValue = "\"ce\"")
            Loss loss,

            @Setting(
                    help =
                            "How many of the likeliest wrong classes are aimed at, one run each; 0 for the untargeted attack",
                    min = 0,
                    max = 1000,
                    defaultValue = "0")
            int targets,

            @Setting(help = "Which iterate counts", defaultValue = "\"first-success\"")
            Iterate iterate)
            implements AttackSpec {

        /** PGD with so many steps and the settings most papers use. */
        public static Pgd steps(int steps) {
            return new Pgd(steps, 0, 1, true, Loss.CE, 0, Iterate.FIRST_SUCCESS);
        }

        /** The size of a step as a share of the budget, chosen here if it was left open. */
        public double step() {
            return stepShare > 0 ? stepShare : Math.max(0.25, 1.0 / steps);
        }

        @Override
        public String label() {
            return "pgd-" + steps;
        }
    }

    /** Untargeted Auto-PGD. */
    @Variant(
            value = "apgd",
            help = "Auto-PGD: a momentum step whose size halves where the loss stops rising (Croce and Hein 2020)")
    record Apgd(
            @Setting(help = "What is ascended", defaultValue = "\"ce\"")
            Loss loss,

            @Setting(help = "Number of gradient steps", unit = "steps", min = 1, max = 100000, defaultValue = "100")
            int steps,

            @Setting(help = "How often the attack begins anew", unit = "runs", min = 1, max = 10000, defaultValue = "1")
            int restarts,

            @Setting(
                    help = "Gradients averaged for a step, for models that answer at random",
                    unit = "gradients",
                    min = 1,
                    max = 1000,
                    defaultValue = "1")
            int gradients)
            implements AttackSpec {

        @Override
        public String label() {
            return "apgd-" + loss.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Targeted Auto-PGD. */
    @Variant(value = "apgd-t", help = "Auto-PGD on the targeted difference of logits ratio, class after class")
    record ApgdTargeted(
            @Setting(help = "Number of gradient steps", unit = "steps", min = 1, max = 100000, defaultValue = "100")
            int steps,

            @Setting(
                    help = "How many of the likeliest wrong classes are aimed at",
                    min = 1,
                    max = 1000,
                    defaultValue = "9")
            int targets,

            @Setting(help = "How often each class is tried", unit = "runs", min = 1, max = 10000, defaultValue = "1")
            int restarts)
            implements AttackSpec {

        @Override
        public String label() {
            return "apgd-t";
        }
    }

    /** Untargeted FAB. */
    @Variant(
            value = "fab",
            help = "The nearest adversarial example by linearisation of the boundary (Croce and Hein 2020)")
    record Fab(
            @Setting(help = "Number of steps", unit = "steps", min = 1, max = 100000, defaultValue = "100")
            int steps,

            @Setting(help = "How often the attack begins anew", unit = "runs", min = 1, max = 10000, defaultValue = "5")
            int restarts)
            implements AttackSpec {

        @Override
        public String label() {
            return "fab";
        }
    }

    /** Targeted FAB. */
    @Variant(value = "fab-t", help = "FAB towards the boundary of one class after another")
    record FabTargeted(
            @Setting(help = "Number of steps", unit = "steps", min = 1, max = 100000, defaultValue = "100")
            int steps,

            @Setting(
                    help = "How many of the likeliest wrong classes are aimed at",
                    min = 1,
                    max = 1000,
                    defaultValue = "9")
            int targets,

            @Setting(help = "How often each class is tried", unit = "runs", min = 1, max = 10000, defaultValue = "1")
            int restarts)
            implements AttackSpec {

        @Override
        public String label() {
            return "fab-t";
        }
    }

    /** Square. */
    @Variant(value = "square", help = "Random squares, without gradients (Andriushchenko et al. 2020)")
    record Square(
            @Setting(
                    help = "How often the model may be asked about an image",
                    unit = "queries",
                    min = 1,
                    max = 10000000,
                    defaultValue = "5000")
            int queries,

            @Setting(help = "How often the attack begins anew", unit = "runs", min = 1, max = 10000, defaultValue = "1")
            int restarts,

            @Setting(help = "Share of the pixels in the first square", min = 0.0001, max = 1, defaultValue = "0.8")
            double firstShare)
            implements AttackSpec {

        @Override
        public String label() {
            return "square";
        }
    }
}
