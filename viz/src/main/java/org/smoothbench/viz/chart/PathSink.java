package org.smoothbench.viz.chart;

/** Receives the outline of one series, in pixels. */
interface PathSink {
    void moveTo(double x, double y);

    void lineTo(double x, double y);

    /** A point without a neighbour, which a line alone would not show. */
    void lonelyPoint(double x, double y);
}
