package org.smoothbench.core.model;

/** How a network passes images forward. */
public enum Mode {
    /** Batch normalisation uses the batch's statistics and updates its running ones. */
    TRAINING,
    /** Batch normalisation uses its running statistics and leaves them as they are. */
    INFERENCE
}
