package org.smoothbench.core.smoothness;

import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * How smoothness is measured.
 *
 * @param threat what the attacker may do
 * @param attackSteps gradient steps of the attack that makes the perturbations
 * @param linePoints points between image and adversarial example that the gradient is looked at
 * @param linearitySteps gradient steps that seek the largest error of linearity
 * @param examples how many images, spread evenly over the set; all if it has fewer
 * @param batchSize images at a time; changes no result beyond rounding
 * @param seed what random starts follow from, with each image's number
 */
public record SmoothnessSettings(
        ThreatModel threat,
        int attackSteps,
        int linePoints,
        int linearitySteps,
        int examples,
        int batchSize,
        long seed) {

    /** PGD-10 perturbations, 8 points on the way, 10 steps for linearity. */
    public static SmoothnessSettings usual(ThreatModel threat, int examples, int batchSize, long seed) {
        return new SmoothnessSettings(threat, 10, 8, 10, examples, batchSize, seed);
    }

    /** A step of the attack, as a share of the budget. */
    double stepShare() {
        return AttackSpec.Pgd.steps(attackSteps).step();
    }

    /** A step of the search for the error of linearity, as a share of the budget. */
    double linearityStepShare() {
        return AttackSpec.Pgd.steps(linearitySteps).step();
    }
}
