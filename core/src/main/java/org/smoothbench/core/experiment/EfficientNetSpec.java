package org.smoothbench.core.experiment;

import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * EfficientNet (Tan and Le 2019), up to the L1 of the paper. The activation function is also that of the
 * squeeze-and-excitation blocks, whose gates stay sigmoids.
 *
 * <p>Batch normalisation defaults to momentum 0.1 and epsilon 1e-5, which the authors evaluate their EfficientNets with,
 * and not to the 0.01 and 1e-3 of the original networks.
 *
 * @param dropout before the last layer, or {@link #PUBLISHED_DROPOUT}; {@link #dropoutRate} says what is meant
 */
@Variant(value = "efficientnet", help = "EfficientNet-B0 to B7 and L1 (Tan and Le 2019)")
public record EfficientNetSpec(
        @Setting(help = "Which of the scaled networks", defaultValue = "\"b0\"")
        Scaling variant,

        @Setting(
                help =
                        "Share of values that dropout sets to 0 before the last layer; -1 for the published one, 0.2 for B0"
                                + " to 0.5 for B7",
                min = EfficientNetSpec.PUBLISHED_DROPOUT,
                max = 0.99,
                defaultValue = "-1")
        double dropout,

        @Setting(
                help = "Stochastic depth: probability that the last block is not skipped for an image in training;"
                        + " earlier blocks are skipped less, in proportion to their place",
                formula = "p_i = 1 - (1 - p)\\, i / n",
                min = 0.01,
                max = 1,
                defaultValue = "0.8")
        double survival,

        @Setting(
                help = "Share of the newest batch in batch normalisation's running statistics",
                min = 0,
                max = 1,
                defaultValue = "0.1")
        double batchNormMomentum,

        @Setting(help = "What batch normalisation adds to variances", min = 1e-12, max = 1, defaultValue = "0.00001")
        double batchNormEpsilon,

        @Setting(
                help = "Activation function of every layer, squeeze-and-excitation included",
                defaultValue = "\"silu\"")
        Activation activation,

        @Setting(help = "What happens to images first", defaultValue = "\"symmetric\"")
        InputNormalization normalization)
        implements ModelSpec {

    /** Stands for the dropout that was published with the variant. */
    public static final int PUBLISHED_DROPOUT = -1;

    /** Channels are multiples of this. */
    private static final int CHANNEL_STEP = 8;

    public EfficientNetSpec {
        if (dropout < 0 && dropout != PUBLISHED_DROPOUT) {
            throw new InvalidSettingException("dropout", "-1 or a number from 0 to 0.99", String.valueOf(dropout));
        }
    }

    /** A network with the published dropout and survival probability. */
    public EfficientNetSpec(Scaling variant, Activation activation) {
        this(variant, PUBLISHED_DROPOUT, 0.8, 0.1, 1e-5, activation, new InputNormalization.Symmetric());
    }

    /** The dropout before the last layer, the variant's own if none was set. */
    public double dropoutRate() {
        return dropout == PUBLISHED_DROPOUT ? variant.dropout() : dropout;
    }

    @Override
    public String label() {
        return "EfficientNet-" + variant;
    }

    /** How a network is scaled up from B0 (Tan and Le 2019, section 3.3; the paper, section 5.3). */
    public enum Scaling {
        /** The base. */
        B0(1.0, 1.0, 224, 0.2),
        /** Deeper. */
        B1(1.0, 1.1, 240, 0.2),
        /** Wider and deeper, like all that follow. */
        B2(1.1, 1.2, 260, 0.3),
        /** 12 million parameters. */
        B3(1.2, 1.4, 300, 0.3),
        /** 19 million parameters. */
        B4(1.4, 1.8, 380, 0.4),
        /** 30 million parameters. */
        B5(1.6, 2.2, 456, 0.4),
        /** 43 million parameters. */
        B6(1.8, 2.6, 528, 0.5),
        /** 66 million parameters. */
        B7(2.0, 3.1, 600, 0.5),
        /** 273 million parameters, between the family and the largest network of Noisy Student (Xie et al. 2020). */
        L1(3.9, 3.7, 600, 0.5);

        private final double width;
        private final double depth;
        private final int resolution;
        private final double dropout;

        Scaling(double width, double depth, int resolution, double dropout) {
            this.width = width;
            this.depth = depth;
            this.resolution = resolution;
            this.dropout = dropout;
        }

        /** The height and width of images it was made for. */
        public int resolution() {
            return resolution;
        }

        /** The published dropout before the last layer. */
        public double dropout() {
            return dropout;
        }

        /** B0's channels, scaled, to the nearest multiple of 8 that is not more than a tenth below. */
        public int channels(int base) {
            double scaled = base * width;
            int rounded = Math.max(CHANNEL_STEP, (int) (scaled + CHANNEL_STEP / 2.0) / CHANNEL_STEP * CHANNEL_STEP);
            return rounded < 0.9 * scaled ? rounded + CHANNEL_STEP : rounded;
        }

        /** B0's number of blocks, scaled and rounded up. */
        public int blocks(int base) {
            return (int) Math.ceil(depth * base);
        }
    }
}
