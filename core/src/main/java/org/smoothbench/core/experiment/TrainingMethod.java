package org.smoothbench.core.experiment;

import java.util.Locale;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/** Which examples the outer minimisation sees. */
public sealed interface TrainingMethod {

    /** The method in a few words. */
    String label();

    /** Backward passes for one image in one step, those of the outer minimisation included. */
    int backwardPasses();

    /** Clean images only. */
    @Variant(value = "standard", help = "Train on clean images only; fast, and not robust")
    record Standard() implements TrainingMethod {

        @Override
        public String label() {
            return "standard";
        }

        @Override
        public int backwardPasses() {
            return 1;
        }
    }

    /** Adversarial images only, made by PGD against the network as it stands (the paper, section 3, equation 1). */
    @Variant(value = "adversarial", help = "Train on adversarial images made by PGD at every step")
    record Adversarial(
            @Setting(
                    help = "The inner maximisation",
                    formula = "\\max_{\\|\\delta\\|_\\infty\\le\\epsilon} L(f_\\theta(x+\\delta), y)",
                    defaultValue = "{\"epsilon\": 8, \"stepSize\": 8, \"steps\": 1}")
            PgdSpec attack,

            @Setting(help = "Batch normalisation during the inner maximisation", defaultValue = "\"inference\"")
            BatchNormMode batchNorm,

            @Setting(
                    help =
                            "How often the attack starts at the clean image instead of a random point (the authors' code: 0.2)",
                    unit = "probability",
                    min = 0,
                    max = 1,
                    defaultValue = "0")
            double cleanStart,

            @Setting(
                    help =
                            "Whether one coin decides on the start for the whole batch, as in the authors' code, or one for each image",
                    defaultValue = "\"batch\"")
            Coin coin)
            implements TrainingMethod {

        /** PGD as in the authors' code, always from a random point. */
        public Adversarial(PgdSpec attack) {
            this(attack, BatchNormMode.INFERENCE, 0, Coin.BATCH);
        }

        @Override
        public String label() {
            return "adversarial, " + attack.label();
        }

        @Override
        public int backwardPasses() {
            return attack.steps() + 1;
        }
    }

    /** One step of the fast gradient sign method from a random point (Wong et al. 2020, algorithm 3). */
    @Variant(value = "fast", help = "Fast adversarial training: one signed gradient step from a random point")
    record Fast(
            @Setting(
                    help = "Budget: no pixel moves by more than this",
                    unit = "1/255",
                    min = 0,
                    max = 255,
                    defaultValue = "8")
            double epsilon,

            @Setting(
                    help = "The step as a multiple of the budget",
                    formula = "\\alpha = r\\,\\epsilon",
                    min = 0,
                    max = 2,
                    defaultValue = "1.25")
            double stepRatio,

            @Setting(help = "Batch normalisation during the inner maximisation", defaultValue = "\"inference\"")
            BatchNormMode batchNorm)
            implements TrainingMethod {

        /** The step as an attack. */
        public PgdSpec attack() {
            return new PgdSpec(epsilon, stepRatio * epsilon, 1, true);
        }

        @Override
        public String label() {
            return "fast, " + attack().label();
        }

        @Override
        public int backwardPasses() {
            return 2;
        }
    }

    /**
     * Every batch several times over: one backward pass moves the weights and the perturbation, which the next batch
     * inherits (Shafahi et al. 2019, algorithm 1). Batch normalisation is in training mode, as there is one pass for both.
     */
    @Variant(
            value = "free",
            help = "Free adversarial training: replay each batch, moving weights and perturbation at once")
    record Free(
            @Setting(
                    help = "How often each batch is replayed",
                    unit = "passes",
                    min = 1,
                    max = 1000,
                    defaultValue = "8")
            int replays,

            @Setting(
                    help = "Budget: no pixel moves by more than this",
                    unit = "1/255",
                    min = 0,
                    max = 255,
                    defaultValue = "8")
            double epsilon,

            @Setting(
                    help = "How far one replay moves each pixel",
                    unit = "1/255",
                    min = 0,
                    max = 510,
                    defaultValue = "8")
            double stepSize)
            implements TrainingMethod {

        @Override
        public String label() {
            return String.format(Locale.ROOT, "free, %d replays, eps %s/255", replays, PgdSpec.number(epsilon));
        }

        @Override
        public int backwardPasses() {
            return replays;
        }
    }

    /** Clean cross-entropy plus the distance between clean and adversarial predictions (Zhang et al. 2019, equation 5). */
    @Variant(value = "trades", help = "TRADES: clean loss plus beta times the distance of adversarial predictions")
    record Trades(
            @Setting(
                    help = "The inner maximisation, of the distance; starts beside the clean image",
                    defaultValue = "{\"epsilon\": 8, \"stepSize\": 2, \"steps\": 10}")
            PgdSpec attack,

            @Setting(
                    help = "Weight of the distance against the clean loss",
                    formula = "L(f(x),y)+\\beta\\,\\max_{x'}\\mathrm{KL}(f(x)\\,\\|\\,f(x'))",
                    min = 0,
                    max = 1000,
                    defaultValue = "6")
            double beta,

            @Setting(help = "Batch normalisation during the inner maximisation", defaultValue = "\"inference\"")
            BatchNormMode batchNorm)
            implements TrainingMethod {

        @Override
        public String label() {
            return "TRADES, beta " + PgdSpec.number(beta) + ", " + attack.label();
        }

        @Override
        public int backwardPasses() {
            return attack.steps() + 2;
        }
    }

    /** For how many images one toss of a coin decides. */
    enum Coin {
        /** All of a batch. */
        BATCH,
        /** One. */
        IMAGE
    }
}
