package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The iterate with the largest loss of each image, so far. */
final class BestIterates {

    private final float[] losses;
    private final boolean[] fools;
    private @Nullable NDArray iterates;

    BestIterates(int images) {
        losses = new float[images];
        fools = new boolean[images];
        Arrays.fill(losses, Float.NEGATIVE_INFINITY);
    }

    /**
     * Takes the iterates that are better.
     *
     * @param fooled whether the model is wrong about a row
     * @param owner of what is kept
     */
    void take(NDArray here, Reading reading, IntPredicate fooled, NDManager owner) {
        boolean[] better = new boolean[losses.length];
        for (int row = 0; row < losses.length; row++) {
            better[row] = reading.loss(row) > losses[row];
            if (better[row]) {
                losses[row] = reading.loss(row);
                fools[row] = fooled.test(row);
            }
        }
        NDArray last = iterates;
        NDArray next = last == null ? Handle.of(here, owner) : merge(better, here, last);
        next.attach(owner);
        iterates = next;
        if (last != null) {
            last.close();
        }
    }

    private static NDArray merge(boolean[] better, NDArray here, NDArray last) {
        NDManager scratch = here.getManager();
        NDArray mask = scratch.create(better, new Shape(better.length, 1, 1, 1));
        return NDArrays.where(mask.broadcast(here.getShape()), here, last);
    }

    /** Whether the model is wrong about the iterate of a row. */
    boolean fools(int row) {
        return fools[row];
    }

    /** The iterates; there are some once any were taken. */
    NDArray iterates() {
        return Objects.requireNonNull(iterates);
    }
}
