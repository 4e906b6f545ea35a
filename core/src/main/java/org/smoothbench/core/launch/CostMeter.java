package org.smoothbench.core.launch;

import java.util.Optional;
import org.smoothbench.core.experiment.Experiment;

/** Measures once what an experiment costs. Safe for any thread. */
public interface CostMeter {

    /**
     * Measures, and waits for the end.
     *
     * @return the cost; empty if it was cancelled
     * @throws org.smoothbench.core.problem.ProblemException if it cannot be measured
     */
    Optional<Cost> measure(Experiment experiment);

    /** Ends it, also before it has begun; returns when nothing is left of it. */
    void cancel();
}
