package org.smoothbench.app.runs;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.RunDirectory;

/** Starts runs, each in a process of its own when its turn has come. Reads data and writes directories, so not for the FX thread. */
public interface StartRuns {

    /**
     * Makes a run of each experiment and queues them in this order.
     *
     * @param study the study they belong to, if they are one
     * @return the runs, in the order of the experiments
     * @throws org.smoothbench.core.problem.ProblemException if anything is wrong
     */
    List<RunDirectory> start(List<Experiment> experiments, Optional<String> study);
}
