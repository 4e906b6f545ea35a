package org.smoothbench.app.charts;

import java.util.List;

/**
 * Whose curves are drawn in one colour: a run's, or the means over runs that differ in their seeds only.
 *
 * @param key tells owners apart
 * @param name what the legend calls it; empty where the lines' names say enough
 * @param colour the index of the colour; -1 for a colour to each line instead
 * @param members the runs; one, unless means are drawn
 */
public record CurveOwner(String key, String name, int colour, List<ChartedRun> members) {

    public CurveOwner {
        members = List.copyOf(members);
    }

    /** A run by itself. */
    public static CurveOwner of(ChartedRun run) {
        return new CurveOwner(run.id(), run.name(), run.colour(), List.of(run));
    }
}
