package org.smoothbench.viz.field;

/** What the colours of a field's picture mean. */
public enum FieldView {
    /** The numbers, through a colour map, with contours. */
    VALUES,
    /** The classes, each in a colour of its own, with the borders between them. */
    CLASSES
}
