package org.smoothbench.app.editor;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.RunDirectory;

/** Makes runs of experiments and queues them. Reads data and writes directories, so not for the FX thread. */
@FunctionalInterface
public interface StartStudy {

    /**
     * Queues a run of each experiment, in this order.
     *
     * @param study what they are called together, if they are several
     * @throws org.smoothbench.core.problem.ProblemException if anything is wrong; then nothing is queued
     */
    List<RunDirectory> start(List<Experiment> experiments, Optional<String> study);
}
