package org.smoothbench.viz.chart;

import java.util.List;
import java.util.stream.Stream;

/** A chart at one moment, that any thread can draw or save. Never changes. */
public interface Drawing {
    /** The width in logical pixels. */
    double width();

    /** The height in logical pixels. */
    double height();

    /** What the chart is about; empty for nothing. */
    String title();

    /** Draws everything from 0, 0 to {@link #width()}, {@link #height()}. */
    void paint(Surface surface);

    /** All data, hidden ones too: the names of the columns, then row by row, each as many cells. */
    Stream<List<String>> table();
}
