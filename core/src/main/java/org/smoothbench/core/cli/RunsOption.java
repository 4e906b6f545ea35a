package org.smoothbench.core.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.launch.LocalLauncher;
import org.smoothbench.core.launch.RunQueue;
import org.smoothbench.core.run.RunLibrary;
import picocli.CommandLine.Option;

/** Where the runs of a command lie. */
final class RunsOption {

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "The folder of runs; else $SMOOTHBENCH_RUNS, else smoothbench/runs in your home folder.")
    private @Nullable Path runs;

    RunLibrary library() {
        return new RunLibrary(runs == null ? RunLibrary.standardRoot() : runs, Clock.systemUTC());
    }

    /** The queue of the runs, whose workers are started here. */
    RunQueue queue() {
        return new RunQueue(library(), new LocalLauncher());
    }
}
