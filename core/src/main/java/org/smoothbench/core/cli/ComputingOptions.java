package org.smoothbench.core.cli;

import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.RuntimeSpec;
import picocli.CommandLine.Option;

/** What random numbers follow from, and on how many threads a run's network is computed. */
final class ComputingOptions {

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "0",
            description = "What random directions and starts follow from; default: 0.")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "CPU threads of one operation; default: those of the run, the first of several.")
    private int threads;

    long seed() {
        return seed;
    }

    /** The device of a run. */
    RuntimeSpec runtime(Experiment experiment) {
        RuntimeSpec runtime = experiment.runtime();
        int chosen = Positive.orZero("--threads", threads);
        return new RuntimeSpec(runtime.device(), chosen == 0 ? runtime.threads() : chosen, runtime.seed());
    }
}
