package org.smoothbench.core.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.launch.RunStarter;
import org.smoothbench.core.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train SPEC} or {@code train --preset NAME}: one run, here and now or in the queue. */
@Command(
        name = "train",
        description =
                "Train what a specification or a preset describes, here and now; Ctrl+C stops it and keeps a checkpoint.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench train sample-data/experiments/sample-silu.json",
            "  smoothbench train my.json --set training.epochs=3 --set model.activation=silu --name trial",
            "  smoothbench train my.json --set training.method=standard --set runtime.device=gpu:0",
            "  smoothbench train my.json --queue",
            "  smoothbench train --preset table1-both-sample",
            "  smoothbench train --preset cifar10-resnet18-silu-small --data cifar-10-batches-bin"
        })
final class TrainCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "SPEC",
            arity = "0..1",
            description = "The specification, a JSON file; or else give --preset.")
    private @Nullable Path file;

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Option(names = "--queue", description = "Let the run wait for its turn in the queue instead, and return at once.")
    private boolean queued;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Experiment wanted = experiment.read(file, "SPEC");
        if (queued) {
            RunDirectory run = new RunStarter(runs.library(), runs.queue())
                    .start(List.of(wanted), Optional.empty())
                    .getFirst();
            spec.commandLine().getOut().println(run.id() + ": queued; see: smoothbench queue");
            return 0;
        }
        return new ForegroundRun(runs.library(), spec.commandLine().getOut())
                .run(wanted)
                .exitCode();
    }
}
