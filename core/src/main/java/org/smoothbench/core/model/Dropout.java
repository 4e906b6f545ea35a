package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Sets a share of values to 0 in training and scales up the others; what it draws follows from the engine's seed. */
final class Dropout implements Layer {

    private final float rate;

    Dropout(double rate) {
        this.rate = (float) rate;
    }

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return pass.mode() == Mode.TRAINING && rate > 0
                ? ai.djl.nn.norm.Dropout.dropout(x, rate, true).singletonOrThrow()
                : x;
    }

    @Override
    public Layer folded(NDManager owner) {
        return (x, _) -> x;
    }
}
