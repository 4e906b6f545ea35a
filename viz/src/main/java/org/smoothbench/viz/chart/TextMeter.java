package org.smoothbench.viz.chart;

/** Measures text of one font, in logical pixels, before it is laid out. */
public interface TextMeter {
    /** The width of a text. */
    double width(String text);

    /** The height of one line. */
    double lineHeight();
}
