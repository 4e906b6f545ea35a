package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;

/** The adversarial examples found so far for the images of a batch, one for each at most. */
final class Finds {

    private final Batch batch;
    private final NDManager keeper;
    private final boolean[] fallen;
    private final List<Integer> order = new ArrayList<>();
    private final NDList examples = new NDList();

    /**
     * Nothing found yet.
     *
     * @param keeper keeps the examples; lives as long as this
     */
    Finds(Batch batch, NDManager keeper) {
        this.batch = batch;
        this.keeper = keeper;
        this.fallen = new boolean[batch.size()];
    }

    /**
     * Takes adversarial examples.
     *
     * @param places whose they are, by places in the batch; none has fallen before
     * @param rows where in the iterate each is
     */
    void add(int[] places, NDArray iterate, int[] rows) {
        if (places.length == 0) {
            return;
        }
        try (NDArray indices = Rows.indices(rows, keeper)) {
            examples.add(Rows.of(iterate, indices));
        }
        for (int place : places) {
            fallen[place] = true;
            order.add(place);
        }
    }

    /** Whether an image fell. */
    boolean fell(int place) {
        return fallen[place];
    }

    /** The places of those that did not. */
    int[] standing() {
        return IntStream.range(0, fallen.length).filter(place -> !fallen[place]).toArray();
    }

    /** What was found, owned by the manager of the batch's images. */
    AttackOutcome outcome(Symptoms symptoms) {
        NDManager owner = batch.images().getManager();
        try (NDManager scratch = keeper.newSubManager()) {
            NDArray adversarial = examples.isEmpty() ? batch.images().duplicate() : merged(scratch);
            adversarial.attach(owner);
            return new AttackOutcome(fallen, adversarial, symptoms);
        }
    }

    private NDArray merged(NDManager scratch) {
        NDList all = new NDList(Handle.of(batch.images(), scratch));
        all.addAll(examples);
        NDArray joined = NDArrays.concat(all, 0);
        joined.attach(scratch);
        int[] rows = IntStream.range(0, fallen.length).toArray();
        for (int i = 0; i < order.size(); i++) {
            rows[order.get(i)] = fallen.length + i;
        }
        return Rows.of(joined, Rows.indices(rows, scratch));
    }
}
