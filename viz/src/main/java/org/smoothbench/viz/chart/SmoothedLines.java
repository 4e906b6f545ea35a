package org.smoothbench.viz.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what was smoothed, so that a new point costs one step and not the whole series. */
final class SmoothedLines {
    private final Map<Series, Smoothed> lines = new HashMap<>();

    /** The smoothed form of every series, by series; none at a weight of 0. */
    Map<Series, Smoothed> of(List<Series> series, double weight) {
        lines.keySet().retainAll(series);
        if (!(weight > 0)) {
            lines.clear();
            return Map.of();
        }
        for (var one : series) {
            var line = lines.get(one);
            if (line == null || line.weight() != weight) {
                lines.put(one, new Smoothed(one, weight));
            } else {
                line.catchUp();
            }
        }
        return Map.copyOf(lines);
    }
}
