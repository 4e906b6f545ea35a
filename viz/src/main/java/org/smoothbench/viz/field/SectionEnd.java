package org.smoothbench.viz.field;

/** An end of a section's line. */
public enum SectionEnd {
    /** Where it begins. */
    A,
    /** Where it ends. */
    B
}
