package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;

/** Keeps count of the images that no iterate has fooled the model on yet. */
final class Survivors {

    private final Batch batch;
    private final boolean[] fallen;
    private int[] alive;
    private int[] lastKept;

    Survivors(Batch batch) {
        this.batch = batch;
        fallen = new boolean[batch.size()];
        alive = IntStream.range(0, batch.size()).toArray();
        lastKept = alive;
    }

    /**
     * Takes the model's word on the images still alive.
     *
     * @param logits shape (alive images, classes), in the order of the batch
     * @return whether any of them fell
     */
    boolean keepCorrect(NDArray logits) {
        long[] predicted = logits.argMax(1).toLongArray();
        lastKept = IntStream.range(0, alive.length)
                .filter(row -> predicted[row] == batch.label(alive[row]))
                .toArray();
        boolean anyFell = lastKept.length < alive.length;
        Arrays.stream(alive).forEach(image -> fallen[image] = true);
        alive = Arrays.stream(lastKept).map(row -> alive[row]).toArray();
        Arrays.stream(alive).forEach(image -> fallen[image] = false);
        return anyFell;
    }

    /** The rows, of the last logits, that stayed. */
    NDArray lastKept(NDManager manager) {
        return manager.create(lastKept).toType(DataType.INT64, true);
    }

    boolean none() {
        return alive.length == 0;
    }

    boolean[] fallen() {
        return fallen.clone();
    }
}
