package org.smoothbench.core.experiment;

/** What batch normalisation does while an attack looks for examples to train on. */
public enum BatchNormMode {
    /** Running statistics, left as they are: as the authors' code has it. */
    INFERENCE,
    /** The batch's statistics, which also move the running ones: as fast adversarial training's code has it. */
    TRAINING
}
