package org.smoothbench.viz.surface;

/** The room that a surface stands in: a and b from -1 to 1, heights from the range's lower end at 0 to its upper at TOP. */
final class Box {
    static final double TOP = 0.95;
    /** Low enough that the contour lines on it can be seen. */
    static final double FLOOR = -0.3;

    static final double CENTRE = (TOP + FLOOR) / 2;

    private Box() {}
}
