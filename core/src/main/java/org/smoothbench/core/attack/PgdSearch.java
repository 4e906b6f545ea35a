package org.smoothbench.core.attack;

import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/**
 * Projected gradient descent with steps of one size, untargeted or towards the likeliest wrong classes (Madry et al.
 * 2018). A targeted run succeeds with any misclassification.
 *
 * <p>A random start is uniform in the ball, L-infinity or L2, and then moved into [0, 1]. Without one, the first run of
 * each target begins at the image and further restarts at random points all the same, since they would repeat it.
 */
public final class PgdSearch implements Attack {

    private final AttackSpec.Pgd spec;
    private final ThreatModel threat;

    /** An attack with these settings. */
    public PgdSearch(AttackSpec.Pgd spec, ThreatModel threat) {
        this.spec = spec;
        this.threat = threat;
    }

    /** The fast gradient sign method: one step of the whole budget, after which the model is asked. */
    public PgdSearch(AttackSpec.Fgsm spec, ThreatModel threat) {
        this(new AttackSpec.Pgd(1, 1, 1, spec.randomStart(), AttackSpec.Loss.CE, 0, AttackSpec.Iterate.LAST), threat);
    }

    /**
     * Attacks images before an observer of figures.
     *
     * @param observer hears of every step of every run
     */
    public AttackOutcome run(ModelQueries model, Batch batch, long seed, StepObserver observer) {
        return follow(model, batch, seed, PathObserver.of(observer));
    }

    @Override
    public AttackOutcome follow(ModelQueries model, Batch batch, long seed, PathObserver observer) {
        Runs runs = new Runs(spec.loss(), spec.targets(), spec.restarts());
        return runs.over(model, batch, (number, places, rest, objective) -> {
            boolean random = spec.randomStart() || number % spec.restarts() > 0;
            return new PgdRun(spec, threat, model, rest, objective, observer.relayed(number, places))
                    .search(budget -> random
                            ? new RandomStart(rest, threat, budget, seed, number).inside()
                            : budget.project(rest.images()));
        });
    }
}
