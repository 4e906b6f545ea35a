package org.smoothbench.core.data.policy;

import static org.smoothbench.core.data.policy.Operation.AUTO_CONTRAST;
import static org.smoothbench.core.data.policy.Operation.BRIGHTNESS;
import static org.smoothbench.core.data.policy.Operation.COLOR;
import static org.smoothbench.core.data.policy.Operation.CONTRAST;
import static org.smoothbench.core.data.policy.Operation.EQUALIZE;
import static org.smoothbench.core.data.policy.Operation.INVERT;
import static org.smoothbench.core.data.policy.Operation.POSTERIZE;
import static org.smoothbench.core.data.policy.Operation.ROTATE;
import static org.smoothbench.core.data.policy.Operation.SHARPNESS;
import static org.smoothbench.core.data.policy.Operation.SHEAR_X;
import static org.smoothbench.core.data.policy.Operation.SHEAR_Y;
import static org.smoothbench.core.data.policy.Operation.SOLARIZE;
import static org.smoothbench.core.data.policy.Operation.TRANSLATE_X;
import static org.smoothbench.core.data.policy.Operation.TRANSLATE_Y;

import java.util.List;

/** The pairs of operations that AutoAugment found (Cubuk et al. 2019, tables 7 and 9). */
final class LearnedPolicies {

    /** The policy found on CIFAR-10. */
    static final List<Pair> CIFAR10 = List.of(
            pair(INVERT, 0.1, 0, CONTRAST, 0.2, 6),
            pair(ROTATE, 0.7, 2, TRANSLATE_X, 0.3, 9),
            pair(SHARPNESS, 0.8, 1, SHARPNESS, 0.9, 3),
            pair(SHEAR_Y, 0.5, 8, TRANSLATE_Y, 0.7, 9),
            pair(AUTO_CONTRAST, 0.5, 0, EQUALIZE, 0.9, 0),
            pair(SHEAR_Y, 0.2, 7, POSTERIZE, 0.3, 7),
            pair(COLOR, 0.4, 3, BRIGHTNESS, 0.6, 7),
            pair(SHARPNESS, 0.3, 9, BRIGHTNESS, 0.7, 9),
            pair(EQUALIZE, 0.6, 0, EQUALIZE, 0.5, 0),
            pair(CONTRAST, 0.6, 7, SHARPNESS, 0.6, 5),
            pair(COLOR, 0.7, 7, TRANSLATE_X, 0.5, 8),
            pair(EQUALIZE, 0.3, 0, AUTO_CONTRAST, 0.4, 0),
            pair(TRANSLATE_Y, 0.4, 3, SHARPNESS, 0.2, 6),
            pair(BRIGHTNESS, 0.9, 6, COLOR, 0.2, 8),
            pair(SOLARIZE, 0.5, 2, INVERT, 0.0, 0),
            pair(EQUALIZE, 0.2, 0, AUTO_CONTRAST, 0.6, 0),
            pair(EQUALIZE, 0.2, 0, EQUALIZE, 0.6, 0),
            pair(COLOR, 0.9, 9, EQUALIZE, 0.6, 0),
            pair(AUTO_CONTRAST, 0.8, 0, SOLARIZE, 0.2, 8),
            pair(BRIGHTNESS, 0.1, 3, COLOR, 0.7, 0),
            pair(SOLARIZE, 0.4, 5, AUTO_CONTRAST, 0.9, 0),
            pair(TRANSLATE_Y, 0.9, 9, TRANSLATE_Y, 0.7, 9),
            pair(AUTO_CONTRAST, 0.9, 0, SOLARIZE, 0.8, 3),
            pair(EQUALIZE, 0.8, 0, INVERT, 0.1, 0),
            pair(TRANSLATE_Y, 0.7, 9, AUTO_CONTRAST, 0.9, 0));

    /** The policy found on ImageNet; some pairs occur twice. */
    static final List<Pair> IMAGENET = List.of(
            pair(POSTERIZE, 0.4, 8, ROTATE, 0.6, 9),
            pair(SOLARIZE, 0.6, 5, AUTO_CONTRAST, 0.6, 0),
            pair(EQUALIZE, 0.8, 0, EQUALIZE, 0.6, 0),
            pair(POSTERIZE, 0.6, 7, POSTERIZE, 0.6, 6),
            pair(EQUALIZE, 0.4, 0, SOLARIZE, 0.2, 4),
            pair(EQUALIZE, 0.4, 0, ROTATE, 0.8, 8),
            pair(SOLARIZE, 0.6, 3, EQUALIZE, 0.6, 0),
            pair(POSTERIZE, 0.8, 5, EQUALIZE, 1.0, 0),
            pair(ROTATE, 0.2, 3, SOLARIZE, 0.6, 8),
            pair(EQUALIZE, 0.6, 0, POSTERIZE, 0.4, 6),
            pair(ROTATE, 0.8, 8, COLOR, 0.4, 0),
            pair(ROTATE, 0.4, 9, EQUALIZE, 0.6, 0),
            pair(EQUALIZE, 0.0, 0, EQUALIZE, 0.8, 0),
            pair(INVERT, 0.6, 0, EQUALIZE, 1.0, 0),
            pair(COLOR, 0.6, 4, CONTRAST, 1.0, 8),
            pair(ROTATE, 0.8, 8, COLOR, 1.0, 2),
            pair(COLOR, 0.8, 8, SOLARIZE, 0.8, 7),
            pair(SHARPNESS, 0.4, 7, INVERT, 0.6, 0),
            pair(SHEAR_X, 0.6, 5, EQUALIZE, 1.0, 0),
            pair(COLOR, 0.4, 0, EQUALIZE, 0.6, 0),
            pair(EQUALIZE, 0.4, 0, SOLARIZE, 0.2, 4),
            pair(SOLARIZE, 0.6, 5, AUTO_CONTRAST, 0.6, 0),
            pair(INVERT, 0.6, 0, EQUALIZE, 1.0, 0),
            pair(COLOR, 0.6, 4, CONTRAST, 1.0, 8),
            pair(EQUALIZE, 0.8, 0, EQUALIZE, 0.6, 0));

    private LearnedPolicies() {}

    /**
     * An operation that may be applied.
     *
     * @param probability that it is
     * @param level its strength, 0 to 9; without meaning where the operation has no strength
     */
    record Chance(Operation operation, double probability, int level) {}

    /** Two operations, one after the other. */
    record Pair(Chance first, Chance second) {}

    private static Pair pair(Operation first, double p, int level, Operation second, double q, int otherLevel) {
        return new Pair(new Chance(first, p, level), new Chance(second, q, otherLevel));
    }
}
