package org.smoothbench.core.model;

/** How a network passes images forward. */
public enum Mode {
    /** Batch normalisation uses the batch's statistics and updates its running ones; dropout and stochastic depth draw. */
    TRAINING,
    /** Batch normalisation uses its running statistics and leaves them as they are; nothing is drawn. */
    INFERENCE
}
