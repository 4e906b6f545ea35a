package org.smoothbench.core.evaluation;

import org.smoothbench.core.attack.Passes;
import org.smoothbench.core.attack.Symptoms;

/**
 * What one attack of an evaluation did.
 *
 * @param attack its label, such as {@code apgd-ce}
 * @param attacked how many images it was given
 * @param fallen how many of them it found adversarial examples of
 * @param alone the share of all examples that are right and withstand this attack; only where every attack gets all images,
 *     otherwise the same as {@code after}
 * @param after the share of all examples that are right and withstand this attack and those before
 * @param seconds the time it took
 * @param passes the work it took, counted in images
 * @param imagesPerSecond images attacked in a second; 0 if there were none
 * @param gradientsPerSecond images passed forward and back in a second
 * @param forwardsPerSecond images passed forward only in a second
 * @param symptoms what was odd
 * @param unconfirmed examples that fooled the model only as it is attacked; they do not count
 */
public record StageResult(
        String attack,
        int attacked,
        int fallen,
        Share alone,
        Share after,
        double seconds,
        Passes passes,
        double imagesPerSecond,
        double gradientsPerSecond,
        double forwardsPerSecond,
        Symptoms symptoms,
        int unconfirmed) {}
