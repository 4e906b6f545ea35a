package org.smoothbench.core.probe;

/** Which tasks go first. */
public enum Urgency {
    /** Somebody drags a slider and looks. */
    NOW,
    /** Between bits of it, what is urgent goes first. */
    BEHIND
}
