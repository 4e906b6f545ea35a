package org.smoothbench.core.attack;

import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * Auto-PGD (Croce and Hein 2020): gradient steps with momentum whose size begins at twice the budget and halves, image by
 * image, where the loss stops rising; the search then goes on from the best point. Begins in a random direction as far as
 * the budget reaches. Targeted runs aim at one wrong class after the other, the likeliest on the clean image first, and
 * succeed with any misclassification.
 */
public final class AutoPgd implements Attack {

    private final Runs runs;
    private final int steps;
    private final int gradients;
    private final ThreatModel threat;

    /** The untargeted attack. */
    public AutoPgd(AttackSpec.Apgd spec, ThreatModel threat) {
        this(new Runs(spec.loss(), 0, spec.restarts()), spec.steps(), spec.gradients(), threat);
    }

    /** The targeted attack, on the targeted difference of logits ratio. */
    public AutoPgd(AttackSpec.ApgdTargeted spec, ThreatModel threat) {
        this(new Runs(AttackSpec.Loss.DLR, spec.targets(), spec.restarts()), spec.steps(), 1, threat);
    }

    private AutoPgd(Runs runs, int steps, int gradients, ThreatModel threat) {
        this.runs = runs;
        this.steps = steps;
        this.gradients = gradients;
        this.threat = threat;
    }

    @Override
    public AttackOutcome follow(ModelQueries model, Batch batch, long seed, PathObserver observer) {
        return runs.over(
                model,
                batch,
                (number, places, rest, objective) -> new ApgdRun(
                                steps, gradients, threat, model, rest, objective, observer.relayed(number, places))
                        .search(budget -> new RandomStart(rest, threat, budget, seed, number).onBoundary()));
    }
}
