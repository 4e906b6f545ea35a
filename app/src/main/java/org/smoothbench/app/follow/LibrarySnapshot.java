package org.smoothbench.app.follow;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.run.RunSummary;

/**
 * The runs folder at one moment.
 *
 * @param runs all runs, newest first
 * @param selected the files of the run that was selected then
 * @param trouble why the folder could not be read, or empty
 */
public record LibrarySnapshot(List<RunSummary> runs, Optional<RunDetail> selected, String trouble) {

    public LibrarySnapshot {
        runs = List.copyOf(runs);
    }
}
