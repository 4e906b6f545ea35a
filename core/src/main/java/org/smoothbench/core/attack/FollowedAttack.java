package org.smoothbench.core.attack;

import org.smoothbench.core.engine.Batch;

/** An attack that goes from iterate to iterate and can be watched on its way. */
public interface FollowedAttack extends Attack {

    /**
     * Attacks images before an observer. The outcome is that of {@link Attack#run}, up to the rounding of other batches
     * where the observer wants images to the end.
     *
     * @param observer hears of every step of every run
     */
    AttackOutcome follow(ModelQueries model, Batch batch, long seed, PathObserver observer);

    @Override
    default AttackOutcome run(ModelQueries model, Batch batch, long seed) {
        return follow(model, batch, seed, PathObserver.NONE);
    }
}
