package org.smoothbench.core.cli;

import picocli.CommandLine.Option;

/** Which weights of a run a command is about. */
final class CheckpointOption {

    @Option(
            names = "--checkpoint",
            paramLabel = "CHECKPOINT",
            defaultValue = "best",
            description = "best, last, or ema for the averaged weights of the last one; default: best.")
    private Checkpoint checkpoint = Checkpoint.best;

    /** The weights of a run as they are typed. */
    enum Checkpoint {
        best,
        last,
        ema
    }

    /** The checkpoint's name in the run's folder. */
    String name() {
        return checkpoint == Checkpoint.best ? "best" : "last";
    }

    /** Whether it is the averaged weights of the checkpoint. */
    boolean averaged() {
        return checkpoint == Checkpoint.ema;
    }
}
