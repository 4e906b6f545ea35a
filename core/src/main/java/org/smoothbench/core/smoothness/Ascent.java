package org.smoothbench.core.smoothness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.smoothbench.core.attack.Budget;
import org.smoothbench.core.attack.ImageDraws;
import org.smoothbench.core.attack.LossGradient;
import org.smoothbench.core.engine.Batch;
import org.smoothbench.core.engine.Scalars;
import org.smoothbench.core.experiment.ThreatModel;

/** Gradient steps within the budget around a batch's images. What it makes belongs to their manager. */
final class Ascent {

    private final Batch batch;
    private final ThreatModel threat;
    private final Budget budget;
    private final NDManager owner;

    /** Which way is up. */
    @FunctionalInterface
    interface Slope {

        /** The direction wanted at an iterate, of any length; shape of the images. */
        NDArray uphill(NDArray iterate, LossGradient at);
    }

    Ascent(Batch batch, ThreatModel threat) {
        this.batch = batch;
        this.threat = threat;
        this.owner = batch.images().getManager();
        this.budget = Budget.around(batch.images(), threat);
    }

    /** Random offsets: uniform for L-infinity, in a random direction of full length for L2. */
    NDArray offsets(long seed, long purpose) {
        double radius = threat.radius();
        ImageDraws draws = new ImageDraws(seed, purpose);
        return switch (threat) {
            case ThreatModel.Linf _ -> draws.images(batch, random -> random.nextDouble(-radius, radius), owner);
            case ThreatModel.L2 _ ->
                budget.direction(draws.images(batch, random -> random.nextGaussian(), owner))
                        .mul(Scalars.of(owner, radius));
        };
    }

    /** Images within the budget: those at these offsets, or the nearest. */
    NDArray inside(NDArray offsets) {
        return budget.project(batch.images().add(offsets));
    }

    /** The images after one step of the whole budget. */
    NDArray fullStep(NDArray gradient) {
        return budget.project(batch.images().add(budget.direction(gradient).mul(Scalars.of(owner, threat.radius()))));
    }

    /**
     * The images after some steps.
     *
     * @param stepShare the size of a step as a share of the budget
     */
    NDArray climb(LossField field, NDArray start, int steps, double stepShare, Slope slope) {
        NDArray size = Scalars.of(owner, stepShare * threat.radius());
        NDArray iterate = start;
        for (int i = 0; i < steps; i++) {
            try (NDManager scratch = owner.newSubManager();
                    NDArray last = iterate) {
                NDArray here = LossField.handle(last, scratch);
                LossGradient at = field.gradient(here, scratch);
                NDArray step = budget.direction(slope.uphill(here, at)).mul(size);
                iterate = budget.project(here.add(step));
                iterate.attach(owner);
            }
        }
        return iterate;
    }
}
