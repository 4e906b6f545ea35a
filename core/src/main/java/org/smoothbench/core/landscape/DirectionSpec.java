package org.smoothbench.core.landscape;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * Which way an attacker moves an image. The perturbation found, d, becomes a direction u = eps d / |d|_inf, so that a step of
 * 1 along it moves the pixel that moves most by the whole budget.
 */
public sealed interface DirectionSpec {

    /** The direction in words, such as {@code PGD-10}. */
    String label();

    /** The direction as it is typed and as a part of file names, such as {@code pgd-10}. */
    String slug();

    /** The sign of the loss's gradient. */
    @Variant(
            value = "sign",
            help = "The sign of the cross-entropy's gradient at the image, as the fast gradient sign method")
    record Sign() implements DirectionSpec {

        @Override
        public String label() {
            return "sign of the gradient";
        }

        @Override
        public String slug() {
            return "sign";
        }
    }

    /** Steps of one size. */
    @Variant(
            value = "pgd",
            help =
                    "The last iterate of projected gradient descent on the cross-entropy, from a random start, minus the image")
    record Pgd(
            @Setting(help = "Number of gradient steps", unit = "steps", min = 1, max = 10000, defaultValue = "10")
            int steps)
            implements DirectionSpec {

        @Override
        public String label() {
            return "PGD-" + steps;
        }

        @Override
        public String slug() {
            return "pgd-" + steps;
        }
    }

    /** Auto-PGD. */
    @Variant(
            value = "apgd",
            help = "The iterate of Auto-PGD on the cross-entropy with the largest loss, minus the image")
    record Apgd(
            @Setting(help = "Number of gradient steps", unit = "steps", min = 1, max = 10000, defaultValue = "50")
            int steps)
            implements DirectionSpec {

        @Override
        public String label() {
            return "APGD-" + steps;
        }

        @Override
        public String slug() {
            return "apgd-" + steps;
        }
    }
}
