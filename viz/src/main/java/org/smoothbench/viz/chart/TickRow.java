package org.smoothbench.viz.chart;

import java.util.List;

/** The labelled values along an axis, ascending, and those between them that only carry a faint line. */
sealed interface TickRow permits Ticks, LogTicks, TimeTicks {
    int count();

    double value(int index);

    String label(int index);

    List<Double> minor();
}
