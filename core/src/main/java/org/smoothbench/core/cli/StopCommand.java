package org.smoothbench.core.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.smoothbench.core.launch.RunStopper;
import org.smoothbench.core.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stop RUN}: asks a run's worker to stop. */
@Command(
        name = "stop",
        description = "Ask a run to stop at its next step; its checkpoint is kept.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run's name, any unique part of it, or its folder.")
    private String name;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RunDirectory run = runs.library().find(name);
        spec.commandLine().getOut().println(run.id() + ": " + new RunStopper().stop(run));
        return 0;
    }
}
