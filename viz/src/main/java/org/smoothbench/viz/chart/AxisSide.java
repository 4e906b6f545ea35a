package org.smoothbench.viz.chart;

/** The vertical axis that the values of a series are read from. */
public enum AxisSide {
    /** The axis left of the plot; its ticks carry the grid. */
    LEFT,
    /** The axis right of the plot. */
    RIGHT
}
