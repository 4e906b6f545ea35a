package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** Takes rows of tensors, such as the images that are still under attack. */
final class Rows {

    private Rows() {}

    /** Which rows, as an index tensor. */
    static NDArray indices(int[] rows, NDManager owner) {
        try (NDArray shared = owner.create(rows)) {
            NDArray indices = shared.toType(DataType.INT64, true);
            indices.attach(owner);
            return indices;
        }
    }

    /** Rows of a tensor, owned by the manager of the indices; images stay channels-last in memory. */
    static NDArray of(NDArray array, NDArray indices) {
        NDManager owner = indices.getManager();
        if (array.getShape().dimension() != 4) {
            NDArray some = array.get(indices);
            some.attach(owner);
            return some;
        }
        try (NDArray inMemory = array.transpose(0, 2, 3, 1);
                NDArray some = inMemory.get(indices)) {
            NDArray rows = some.transpose(0, 3, 1, 2);
            rows.attach(owner);
            return rows;
        }
    }
}
