package org.smoothbench.core.attack;

import org.smoothbench.core.engine.Batch;

/**
 * A search for adversarial examples in a threat model. Works on the engine's thread, with the model's parameters frozen.
 * What is random about an image follows from the seed and the image's index in its set alone, so neither the size of
 * batches nor what else is in one changes an outcome, up to the rounding of the model's arithmetic.
 */
public interface Attack {

    /**
     * Attacks images.
     *
     * @param model asked for logits and gradients, counts the passes
     * @param batch images the model gets right, in [0, 1]
     * @param seed what random numbers follow from
     * @return an outcome owned by the manager of the batch's images
     * @throws java.util.concurrent.CancellationException if the model's caller gave up
     */
    AttackOutcome run(ModelQueries model, Batch batch, long seed);
}
