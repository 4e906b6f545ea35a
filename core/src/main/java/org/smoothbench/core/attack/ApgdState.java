package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.smoothbench.core.engine.Scalars;

/** Where Auto-PGD is with each image: one row each. Its tensors belong to one manager, and old ones are closed. */
final class ApgdState {

    private final NDManager manager;
    private NDArray iterate;
    private NDArray before;
    private NDArray gradient;
    private NDArray best;
    private NDArray bestGradient;
    private float[] bestLosses;
    private float[] stepSizes;

    /**
     * The start of a run.
     *
     * @param stepSize of all images
     * @param manager owns the tensors of the state
     */
    ApgdState(NDArray start, NDArray gradient, float[] losses, float stepSize, NDManager manager) {
        this.manager = manager;
        iterate = Handle.of(start, manager);
        before = Handle.of(start, manager);
        best = Handle.of(start, manager);
        this.gradient = Handle.of(gradient, manager);
        bestGradient = Handle.of(gradient, manager);
        bestLosses = losses.clone();
        stepSizes = new float[losses.length];
        Arrays.fill(stepSizes, stepSize);
    }

    /** The best loss of each image. */
    float[] bestLosses() {
        return bestLosses.clone();
    }

    /**
     * The next iterate: along the direction of ascent, then with so much of that move and the rest of the last.
     *
     * @param share of the new move, 1 for no momentum
     * @param scratch owns the result
     */
    NDArray next(Budget budget, double share, NDManager scratch) {
        NDArray here = Handle.of(iterate, scratch);
        NDArray sizes = scratch.create(stepSizes, new Shape(stepSizes.length, 1, 1, 1));
        NDArray direction = budget.direction(Handle.of(gradient, scratch));
        NDArray ahead = budget.project(here.add(direction.mul(sizes)));
        NDArray fresh = ahead.sub(here).mul(Scalars.of(scratch, share));
        NDArray kept = here.sub(before).mul(Scalars.of(scratch, 1 - share));
        return budget.project(here.add(fresh).add(kept));
    }

    /** Goes to an iterate, and remembers it where it is better than any before. */
    void advance(NDArray next, NDArray itsGradient, float[] losses) {
        before.close();
        before = iterate;
        iterate = Handle.of(next, manager);
        gradient = replaced(gradient, Handle.of(itsGradient, manager));
        boolean[] better = improve(losses);
        best = replaced(best, merged(better, next, best));
        bestGradient = replaced(bestGradient, merged(better, itsGradient, bestGradient));
    }

    /** Takes notice of the losses after the last step; returns which are better than any before. */
    boolean[] improve(float[] losses) {
        boolean[] better = new boolean[losses.length];
        for (int row = 0; row < better.length; row++) {
            better[row] = losses[row] > bestLosses[row];
            bestLosses[row] = better[row] ? losses[row] : bestLosses[row];
        }
        return better;
    }

    /** Halves the step of some images and goes back to their best iterates; the last move stays as it was. */
    void halve(boolean[] which, NDManager scratch) {
        for (int row = 0; row < which.length; row++) {
            stepSizes[row] *= which[row] ? 0.5f : 1;
        }
        iterate = replaced(iterate, merged(which, Handle.of(best, scratch), iterate));
        gradient = replaced(gradient, merged(which, Handle.of(bestGradient, scratch), gradient));
    }

    /** Forgets all images but those of some rows. */
    void keep(int[] rows, NDArray indices) {
        iterate = replaced(iterate, Rows.of(iterate, indices));
        before = replaced(before, Rows.of(before, indices));
        gradient = replaced(gradient, Rows.of(gradient, indices));
        best = replaced(best, Rows.of(best, indices));
        bestGradient = replaced(bestGradient, Rows.of(bestGradient, indices));
        bestLosses = picked(bestLosses, rows);
        stepSizes = picked(stepSizes, rows);
    }

    private static float[] picked(float[] values, int[] rows) {
        float[] picked = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private NDArray replaced(NDArray old, NDArray by) {
        by.attach(manager);
        old.close();
        return by;
    }

    /** Rows of one tensor where wanted, of another elsewhere; the manager of the first owns the mask. */
    private NDArray merged(boolean[] first, NDArray one, NDArray other) {
        int count = 0;
        for (boolean each : first) {
            count += each ? 1 : 0;
        }
        if (count == 0 || count == first.length) {
            return Handle.of(count == 0 ? other : one, manager);
        }
        NDArray mask = one.getManager().create(first, new Shape(first.length, 1, 1, 1));
        return NDArrays.where(mask.broadcast(one.getShape()), one, other);
    }
}
