package org.smoothbench.viz.chart;

/** Points to outline, in order: what a series recorded, or what was computed from it. */
interface Curve {
    int size();

    double x(int index);

    double y(int index);

    /** Whether a point has a y to draw, so that it is no gap. */
    boolean isDrawn(int index);

    boolean isAscending();

    /** The index of the first point with an x above the given one, or the size; only where x ascends. */
    int firstAbove(double x);
}
