package org.smoothbench.core.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.smoothbench.core.launch.RunPauser;
import org.smoothbench.core.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pause RUN}: asks a run's worker to wait. */
@Command(
        name = "pause",
        description =
                "Ask a run to pause at its next step; it keeps its memory and computes nothing until it is resumed. A run"
                        + " that waits in the queue is held there.",
        mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run's name, any unique part of it, or its folder.")
    private String name;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RunDirectory run = runs.library().find(name);
        spec.commandLine().getOut().println(run.id() + ": " + new RunPauser().pause(run));
        return 0;
    }
}
