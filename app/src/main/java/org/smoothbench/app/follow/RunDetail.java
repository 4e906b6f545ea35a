package org.smoothbench.app.follow;

import java.util.List;
import org.smoothbench.app.results.RunResults;

/**
 * What only those need who look at a run itself: its curves, its events and its log. Immutable; any thread.
 *
 * @param runId the run's folder name
 * @param measurements everything measured, as far as read
 * @param events what happened, oldest first
 * @param results what was found out of its networks
 * @param log the end of its log; empty unless the run is selected
 * @param complete whether the files were read to their ends; a long run comes in parts
 */
public record RunDetail(
        String runId,
        Measurements measurements,
        List<RunEvent> events,
        RunResults results,
        LogLines log,
        boolean complete) {

    public RunDetail {
        events = List.copyOf(events);
    }

    static RunDetail unread(String runId) {
        return new RunDetail(runId, Measurements.NONE, List.of(), RunResults.NONE, LogLines.NONE, false);
    }
}
