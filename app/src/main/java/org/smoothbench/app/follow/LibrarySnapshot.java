package org.smoothbench.app.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smoothbench.core.run.RunSummary;

/**
 * The runs folder at one moment.
 *
 * @param runs all runs, newest first
 * @param details the curves and events of the runs that are followed, by folder name, and the log of the selected one
 * @param trouble why the folder could not be read, or empty
 */
public record LibrarySnapshot(List<RunSummary> runs, Map<String, RunDetail> details, String trouble) {

    public LibrarySnapshot {
        runs = List.copyOf(runs);
        details = Map.copyOf(details);
    }

    /** What was read of a followed run. */
    public Optional<RunDetail> detail(String runId) {
        return Optional.ofNullable(details.get(runId));
    }

    /** Whether the files of all followed runs were read to their ends. */
    boolean complete() {
        return details.values().stream().allMatch(RunDetail::complete);
    }
}
