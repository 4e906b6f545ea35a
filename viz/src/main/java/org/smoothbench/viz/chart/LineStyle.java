package org.smoothbench.viz.chart;

/** How the line of a series is stroked, so that its colour is not the only cue. */
public enum LineStyle {
    /** An unbroken line. */
    SOLID,
    /** Dashes. */
    DASHED,
    /** Dots. */
    DOTTED;

    /** Lengths of strokes and gaps in turn, in logical pixels; empty for an unbroken line. */
    public double[] dashes() {
        return switch (this) {
            case SOLID -> new double[0];
            case DASHED -> new double[] {7, 4};
            case DOTTED -> new double[] {2, 3};
        };
    }
}
