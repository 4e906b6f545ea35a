package org.smoothbench.core.attack;

import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.AutoAttack;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * A search for adversarial examples in a threat model. Works on the engine's thread, with the model's parameters frozen.
 * What is random about an image follows from the seed and the image's index in its set alone, so neither the size of
 * batches nor what else is in one changes an outcome, up to the rounding of the model's arithmetic.
 */
public interface Attack {

    /**
     * The attack of a specification.
     *
     * @throws IllegalArgumentException for an ensemble, which is several attacks; see {@link AttackSpec#stages}
     */
    static Attack of(AttackSpec spec, ThreatModel threat) {
        return switch (spec) {
            case AttackSpec.Fgsm fgsm -> new PgdSearch(fgsm, threat);
            case AttackSpec.Pgd pgd -> new PgdSearch(pgd, threat);
            case AttackSpec.Apgd apgd -> new AutoPgd(apgd, threat);
            case AttackSpec.ApgdTargeted apgd -> new AutoPgd(apgd, threat);
            case AttackSpec.Fab fab -> new Fab(fab, threat);
            case AttackSpec.FabTargeted fab -> new Fab(fab, threat);
            case AttackSpec.Square square -> new SquareAttack(square, threat);
            case AutoAttack ensemble -> throw new IllegalArgumentException(ensemble.label() + " is several attacks");
        };
    }

    /**
     * Attacks images before an observer. The outcome is that of {@link #run}, up to the rounding of other batches where the
     * observer wants images to the end.
     *
     * @param observer hears of every step of every run
     */
    AttackOutcome follow(ModelQueries model, Batch batch, long seed, PathObserver observer);

    /**
     * Attacks images.
     *
     * @param model asked for logits and gradients, counts the passes
     * @param batch images the model gets right, in [0, 1]
     * @param seed what random numbers follow from
     * @return an outcome owned by the manager of the batch's images
     * @throws java.util.concurrent.CancellationException if the model's caller gave up
     */
    default AttackOutcome run(ModelQueries model, Batch batch, long seed) {
        return follow(model, batch, seed, PathObserver.NONE);
    }
}
