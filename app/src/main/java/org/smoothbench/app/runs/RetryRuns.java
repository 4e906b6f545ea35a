package org.smoothbench.app.runs;

import org.smoothbench.core.run.RunDirectory;

/** Lets runs that ended before their time go on. Reads and writes files, so not for the FX thread. */
public interface RetryRuns {

    /**
     * Lets a run that was stopped, failed or crashed go on from its last checkpoint, or begin anew if it has none.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it cannot
     */
    void retry(RunDirectory run);
}
