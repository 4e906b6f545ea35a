package org.smoothbench.app.follow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smoothbench.app.results.EndedEvaluation;
import org.smoothbench.core.run.RunSummary;

/**
 * The runs folder at one moment.
 *
 * @param runs the runs, newest first; all of them, unless some are still unread
 * @param details the curves and events of the runs that are followed, by folder name, and the log of the selected one
 * @param evaluated the evaluations of any run that have ended since it was first seen, the newest last
 * @param trouble why the folder could not be read, or empty
 * @param unread how many more runs there are that the next snapshots will hold
 * @param writable whether runs can be made, changed and deleted there
 */
public record LibrarySnapshot(
        List<RunSummary> runs,
        Map<String, RunDetail> details,
        List<EndedEvaluation> evaluated,
        String trouble,
        int unread,
        boolean writable) {

    /** A snapshot of a folder that could not be read. */
    static LibrarySnapshot unreadable(String trouble) {
        return new LibrarySnapshot(List.of(), Map.of(), List.of(), trouble, 0, true);
    }

    public LibrarySnapshot {
        runs = List.copyOf(runs);
        details = Map.copyOf(details);
        evaluated = List.copyOf(evaluated);
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
