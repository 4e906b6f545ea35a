package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** What an attacker may do to an image: how far he may move it. Pixels stay in [0, 1] in any case. */
public sealed interface ThreatModel {

    /** The budget on the [0, 1] scale of pixels. */
    double radius();

    /** The budget as papers write it, such as {@code L-inf, eps 8/255}. */
    String label();

    /** The budget as a part of file names, such as {@code linf-8} or {@code l2-0.5}. */
    default String slug() {
        return switch (this) {
            case Linf(double epsilon) -> "linf-" + PgdSpec.number(epsilon);
            case L2(double epsilon) -> "l2-" + PgdSpec.number(epsilon);
        };
    }

    /** The same kind of budget, another size of it. */
    ThreatModel scaled(double factor);

    /** Every pixel may move a little. */
    @Variant(value = "linf", help = "No pixel moves by more than the budget")
    record Linf(
            @Setting(
                    help = "The budget of each pixel",
                    unit = "1/255",
                    formula = "\\|\\delta\\|_\\infty \\le \\epsilon",
                    min = 0,
                    max = 255,
                    defaultValue = "8")
            double epsilon)
            implements ThreatModel {

        public Linf {
            requirePositive(epsilon);
        }

        @Override
        public double radius() {
            return epsilon / 255;
        }

        @Override
        public String label() {
            return "L-inf, eps " + PgdSpec.number(epsilon) + "/255";
        }

        @Override
        public ThreatModel scaled(double factor) {
            return new Linf(Math.min(255, epsilon * factor));
        }
    }

    /** The image as a whole may move a little. */
    @Variant(value = "l2", help = "The Euclidean length of the change is at most the budget, on the [0, 1] scale")
    record L2(
            @Setting(
                    help = "The budget of the image; papers use 0.5 for CIFAR-10",
                    unit = "on the [0, 1] scale",
                    formula = "\\|\\delta\\|_2 \\le \\epsilon",
                    min = 0,
                    max = 1000,
                    defaultValue = "0.5")
            double epsilon)
            implements ThreatModel {

        public L2 {
            requirePositive(epsilon);
        }

        @Override
        public double radius() {
            return epsilon;
        }

        @Override
        public String label() {
            return "L2, eps " + PgdSpec.number(epsilon);
        }

        @Override
        public ThreatModel scaled(double factor) {
            return new L2(Math.min(1000, epsilon * factor));
        }
    }

    private static void requirePositive(double epsilon) {
        if (epsilon == 0) {
            throw new InvalidSettingException(
                    "epsilon", "a budget above 0, as an attack without one is the clean accuracy", "0");
        }
    }
}
