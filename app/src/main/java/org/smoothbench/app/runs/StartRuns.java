package org.smoothbench.app.runs;

import java.util.List;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.RunDirectory;

/** Starts runs in a process of their own. Reads data and writes directories, so not for the FX thread. */
public interface StartRuns {

    /**
     * Makes a run of each experiment, which then work one after the other.
     *
     * @return the runs, in the order of the experiments
     * @throws org.smoothbench.core.problem.ProblemException if anything is wrong
     */
    List<RunDirectory> inOrder(List<Experiment> experiments);
}
