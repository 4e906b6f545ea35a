package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** Which examples the outer minimisation sees. */
public sealed interface TrainingMethod {

    /** The method in a few words. */
    String label();

    /** Clean images only. */
    @Variant(value = "standard", help = "Train on clean images only; fast, and not robust")
    record Standard() implements TrainingMethod {

        @Override
        public String label() {
            return "standard";
        }
    }

    /** Adversarial images only, made by PGD against the network as it stands (the paper, section 3, equation 1). */
    @Variant(value = "adversarial", help = "Train on adversarial images made by PGD at every step")
    record Adversarial(
            @Setting(
                    help = "The inner maximisation",
                    formula = "\\max_{\\|\\delta\\|_\\infty\\le\\epsilon} L(f_\\theta(x+\\delta), y)",
                    defaultValue = "{\"epsilon\": 8, \"stepSize\": 8, \"steps\": 1}")
            PgdSpec attack)
            implements TrainingMethod {

        @Override
        public String label() {
            return "adversarial, " + attack.label();
        }
    }
}
