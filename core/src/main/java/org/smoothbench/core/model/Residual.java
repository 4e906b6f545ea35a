package org.smoothbench.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** What layers make of an input, plus the input. */
record Residual(Layer main) implements Layer {

    @Override
    public NDArray forward(NDArray x, Pass pass) {
        return main.forward(x, pass).add(x);
    }

    @Override
    public Layer folded(NDManager owner) {
        return new Residual(main.folded(owner));
    }
}
