package org.smoothbench.core.probe;

/** Which tasks go first: between the bits of one, those that are more urgent. */
public enum Urgency {
    /** Somebody drags a slider and looks. */
    NOW,
    /** Somebody has asked for it and waits. */
    SOON,
    /** Nobody has asked for it. */
    BEHIND
}
