package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.ThreatModel;

/** One run of Auto-PGD. All it makes belongs to the manager of its images, which is the run's. */
final class ApgdRun {

    /** What the newest move counts in the next; the one before it counts the rest. */
    private static final double NEW_MOVE = 0.75;

    private final int steps;
    private final int gradients;
    private final ThreatModel threat;
    private final ModelQueries model;
    private final Batch batch;
    private final PathObserver observer;
    private final NDManager manager;
    private final Finds finds;
    private final Roster roster;
    private final Vitals vitals;
    private final float[] bestLosses;
    private Budget budget;
    private Objective objective;

    /**
     * A run.
     *
     * @param gradients how many are averaged for a step
     */
    ApgdRun(
            int steps,
            int gradients,
            ThreatModel threat,
            ModelQueries model,
            Batch batch,
            Objective objective,
            PathObserver observer) {
        this.steps = steps;
        this.gradients = gradients;
        this.threat = threat;
        this.model = model;
        this.batch = batch;
        this.objective = objective;
        this.observer = observer;
        manager = batch.images().getManager();
        finds = new Finds(batch, manager);
        roster = new Roster(batch.size(), finds, observer.toTheEnd());
        vitals = new Vitals(batch.size());
        bestLosses = new float[batch.size()];
        budget = Budget.around(batch.images(), threat);
    }

    /** The best loss of each image while it was attacked. */
    float[] bestLosses() {
        return bestLosses.clone();
    }

    /**
     * Searches.
     *
     * @param start where to begin in the budget around the images
     */
    AttackOutcome search(Function<Budget, NDArray> start) {
        ApgdState state = begin(start.apply(budget));
        StepHalving halving = new StepHalving(ApgdSchedule.of(steps), state.bestLosses());
        for (int step = 1; step <= steps && !roster.done(); step++) {
            try (NDManager scratch = manager.newSubManager()) {
                // The first step has no move before it.
                NDArray here = state.next(budget, step == 1 ? 1 : NEW_MOVE, scratch);
                if (step < steps) {
                    step(step, here, state, halving);
                    leave(state, halving, scratch);
                } else {
                    finish(here, state);
                }
            }
        }
        return finds.outcome(vitals.symptoms(finds));
    }

    private ApgdState begin(NDArray start) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray here = Handle.of(start, scratch);
            LossGradient at = gradient(here);
            Reading reading = Reading.of(at);
            judge(0, here, at.logits(), reading);
            NDArray gradient = reading.usable(at.gradient());
            ApgdState state = new ApgdState(here, gradient, reading.losses(), (float) (2 * threat.radius()), manager);
            remember(state);
            return state;
        }
    }

    private void step(int step, NDArray here, ApgdState state, StepHalving halving) {
        LossGradient at = gradient(here);
        Reading reading = Reading.of(at);
        judge(step, here, at.logits(), reading);
        state.advance(here, reading.usable(at.gradient()), reading.losses());
        remember(state);
        boolean[] halved = halving.after(reading.losses(), state.bestLosses());
        if (halved.length > 0) {
            state.halve(halved, here.getManager());
        }
    }

    /** No step follows the last, so that it needs no gradient. */
    private void finish(NDArray here, ApgdState state) {
        NDArray logits = model.logits(here);
        Reading reading = Reading.of(logits, objective.losses(logits));
        judge(steps, here, logits, reading);
        state.improve(reading.losses());
        remember(state);
    }

    /** A gradient averaged over several passes, with losses and logits of the last. */
    private LossGradient gradient(NDArray here) {
        NDManager scratch = here.getManager();
        LossGradient at = model.gradient(Handle.of(here, scratch), objective);
        if (gradients == 1) {
            return at;
        }
        NDArray sum = at.gradient();
        for (int i = 1; i < gradients; i++) {
            // A handle of its own each time, as gradients of one leaf add up.
            at = model.gradient(Handle.of(here, scratch), objective);
            sum = sum.add(at.gradient());
        }
        return new LossGradient(sum.div(Scalars.of(scratch, gradients)), at.losses(), at.logits());
    }

    private void judge(int step, NDArray here, NDArray logits, Reading reading) {
        if (!observer.equals(PathObserver.NONE)) {
            observer.visited(roster.visit(step, here, logits, reading, batch));
        }
        int[] rows = roster.standing(row -> reading.predicted(row) != batch.label(roster.place(row)));
        for (int row : roster.standing(_ -> true)) {
            vitals.see(roster.place(row), reading, row);
        }
        finds.add(roster.places(rows), here, rows);
    }

    private void remember(ApgdState state) {
        float[] best = state.bestLosses();
        for (int row = 0; row < best.length; row++) {
            bestLosses[roster.place(row)] = best[row];
        }
    }

    /** Lets images that fell leave, if that pays. */
    private void leave(ApgdState state, StepHalving halving, NDManager scratch) {
        if (!roster.worthLeaving() || roster.done()) {
            return;
        }
        int[] standing = roster.standing(_ -> true);
        NDArray indices = Rows.indices(standing, scratch);
        state.keep(standing, indices);
        halving.keep(standing);
        roster.keep(standing);
        NDArray lasting = Handle.of(indices, manager);
        budget = budget.rows(lasting);
        objective = objective.rows(lasting);
    }
}
