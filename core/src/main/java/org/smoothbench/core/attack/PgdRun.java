package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;

/** One run of projected gradient descent. All it makes belongs to the manager of its images, which is the run's. */
final class PgdRun {

    private final AttackSpec.Pgd spec;
    private final ModelQueries model;
    private final Batch batch;
    private final PathObserver observer;
    private final NDManager manager;
    private final Finds finds;
    private final Roster roster;
    private final Vitals vitals;
    private final BestIterates best;
    private final NDArray stepSize;
    private Budget budget;
    private Objective objective;

    PgdRun(
            AttackSpec.Pgd spec,
            ThreatModel threat,
            ModelQueries model,
            Batch batch,
            Objective objective,
            PathObserver observer) {
        this.spec = spec;
        this.model = model;
        this.batch = batch;
        this.objective = objective;
        this.observer = observer;
        manager = batch.images().getManager();
        finds = new Finds(batch, manager);
        roster = new Roster(batch.size(), finds, observer.toTheEnd());
        vitals = new Vitals(batch.size());
        best = new BestIterates(batch.size());
        stepSize = Scalars.of(manager, spec.step() * threat.radius());
        budget = Budget.around(batch.images(), threat);
    }

    /**
     * Searches.
     *
     * @param start where to begin in the budget around the images
     */
    AttackOutcome search(Function<Budget, NDArray> start) {
        NDArray iterate = start.apply(budget);
        for (int step = 0; step < spec.steps() && !roster.done(); step++) {
            try (NDManager scratch = manager.newSubManager();
                    NDArray last = iterate) {
                NDArray here = Handle.of(last, scratch);
                LossGradient at = model.gradient(here, objective);
                Reading reading = Reading.of(at);
                judge(step, here, at.logits(), reading);
                NDArray ascent = budget.direction(reading.usable(at.gradient())).mul(stepSize);
                iterate = leave(budget.project(here.add(ascent)));
                iterate.attach(manager);
            }
        }
        if (!roster.done()) {
            try (NDManager scratch = manager.newSubManager()) {
                NDArray here = Handle.of(iterate, scratch);
                NDArray logits = model.logits(here);
                judge(spec.steps(), here, logits, Reading.of(logits, objective.losses(logits)));
            }
        }
        return finds.outcome(vitals.symptoms(finds));
    }

    private void judge(int step, NDArray here, NDArray logits, Reading reading) {
        if (!observer.equals(PathObserver.NONE)) {
            observer.visited(roster.visit(step, here, logits, reading, batch));
        }
        for (int row = 0; row < roster.size(); row++) {
            if (!finds.fell(roster.place(row))) {
                vitals.see(roster.place(row), reading, row);
            }
        }
        boolean last = step == spec.steps();
        switch (spec.iterate()) {
            case FIRST_SUCCESS -> keep(here, roster.standing(row -> !correct(reading, row)));
            case LAST -> keep(here, last ? roster.standing(row -> !correct(reading, row)) : new int[0]);
            case BEST -> {
                best.take(here, reading, row -> !correct(reading, row), manager);
                if (last) {
                    keep(best.iterates(), roster.standing(best::fools));
                }
            }
        }
    }

    private void keep(NDArray iterate, int[] rows) {
        finds.add(roster.places(rows), iterate, rows);
    }

    /** The next iterate without images that fell, if that pays. */
    private NDArray leave(NDArray next) {
        if (!roster.worthLeaving() || roster.done()) {
            return next;
        }
        int[] standing = roster.standing(_ -> true);
        roster.keep(standing);
        NDArray indices = Rows.indices(standing, manager);
        budget = budget.rows(indices);
        objective = objective.rows(indices);
        return Rows.of(next, indices);
    }

    private boolean correct(Reading reading, int row) {
        return reading.predicted(row) == batch.label(roster.place(row));
    }
}
