package org.smoothbench.core.training;

/** Why training ended, other than by a problem. */
public enum TrainingEnd {
    /** Every epoch is done. */
    ALL_EPOCHS,
    /** Robust accuracy had stopped rising. */
    EARLY,
    /** Training had collapsed, and the settings say to stop then. */
    COLLAPSED,
    /** It was asked to; the last checkpoint holds the last completed step. */
    ON_REQUEST
}
