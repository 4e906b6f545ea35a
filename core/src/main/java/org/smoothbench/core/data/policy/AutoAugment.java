package org.smoothbench.core.data.policy;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.smoothbench.core.data.policy.LearnedPolicies.Chance;
import org.smoothbench.core.data.policy.LearnedPolicies.Pair;
import org.smoothbench.core.experiment.AugmentationSpec.Policy;

/**
 * AutoAugment (Cubuk et al. 2019): draws one of 25 pairs of operations, applies each with its probability, and with either
 * sign where it has one. Magnitudes are those of torchvision; pixels that come from outside are black.
 */
public final class AutoAugment {

    private final List<Pair> pairs;

    /** The policy of this name. */
    public AutoAugment(Policy policy) {
        this.pairs = switch (policy) {
            case NONE -> List.of();
            case CIFAR10 -> LearnedPolicies.CIFAR10;
            case IMAGENET -> LearnedPolicies.IMAGENET;
        };
    }

    /** Whether there is nothing to do. */
    public boolean none() {
        return pairs.isEmpty();
    }

    /**
     * Varies an image.
     *
     * @param pixels the image, row by row, channel last; unchanged
     * @param channels 1 or 3
     * @param random draws numbers from 0 (inclusive) to 1 (exclusive)
     * @return the pixels of the result
     */
    public byte[] apply(byte[] pixels, int height, int width, int channels, DoubleSupplier random) {
        Raster8 image = new Raster8(pixels.clone(), height, width, channels);
        if (!none()) {
            Pair pair = pairs.get((int) (random.getAsDouble() * pairs.size()));
            perhaps(pair.first(), image, random);
            perhaps(pair.second(), image, random);
        }
        return image.pixels();
    }

    private static void perhaps(Chance chance, Raster8 image, DoubleSupplier random) {
        boolean chosen = random.getAsDouble() < chance.probability();
        boolean negative = random.getAsDouble() < 0.5 && chance.operation().signed();
        if (chosen) {
            double magnitude = chance.operation().magnitude(chance.level(), image.height(), image.width());
            chance.operation().apply(image, negative ? -magnitude : magnitude);
        }
    }
}
