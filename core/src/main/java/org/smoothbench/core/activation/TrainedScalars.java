package org.smoothbench.core.activation;

import ai.djl.ndarray.NDArray;

/** Where an activation in a network gets its trained numbers from; the network's state gives and keeps them. */
@FunctionalInterface
public interface TrainedScalars {

    /**
     * A trained number of one layer.
     *
     * @param name what it is called within the layer, such as {@code r}
     * @param initial its value before training
     * @return shape (1), which requires a gradient and lives as long as the network
     */
    NDArray create(String name, double initial);
}
