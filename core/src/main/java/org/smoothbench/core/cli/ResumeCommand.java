package org.smoothbench.core.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.smoothbench.core.launch.RunPauser;
import org.smoothbench.core.launch.RunResumer;
import org.smoothbench.core.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resume RUN}: lets a paused run go on, or goes on with one that ended before its time, here and now. */
@Command(
        name = "resume",
        description =
                "Let a paused run go on; or go on, here, with a run that was stopped, failed or crashed, from its last checkpoint; on the same machine with"
                        + " the same number of threads it gives the same numbers as if it had never stopped.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run's name, any unique part of it, or its folder.")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "CHECKPOINT",
            defaultValue = "last",
            description = "last or best; default: last.")
    private Checkpoint from = Checkpoint.last;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec
    private CommandSpec spec;

    /** The checkpoints a run keeps, as they are typed. */
    enum Checkpoint {
        last,
        best
    }

    @Override
    public Integer call() throws IOException {
        RunDirectory run = runs.library().find(name);
        if (new RunPauser().pausing(run)) {
            new RunPauser().goOn(run);
            runs.queue().advance();
            spec.commandLine().getOut().println(run.id() + ": goes on");
            return 0;
        }
        ForegroundRun foreground =
                new ForegroundRun(runs.library(), spec.commandLine().getOut());
        return foreground
                .resume(run, () -> new RunResumer().requeue(run, from == Checkpoint.best))
                .exitCode();
    }
}
