package org.smoothbench.core.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train SPEC}: one run, here and now. */
@Command(
        name = "train",
        description = "Train what a specification describes, here and now; Ctrl+C stops it and keeps a checkpoint.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench train sample-data/experiments/sample-silu.json",
            "  smoothbench train my.json --set training.epochs=3 --set model.activation=silu --name trial",
            "  smoothbench train my.json --set training.method=standard --set runtime.device=gpu:0"
        })
final class TrainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SPEC", description = "The specification, a JSON file.")
    private Path file;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting of the specification, as in training.epochs=3; may be given several times.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Call the run so instead of as the specification does.")
    private @Nullable String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Experiment experiment = new ExperimentFile().read(file, changes);
        Experiment named = name == null ? experiment : experiment.withName(name);
        return new ForegroundRun(runs.library(), spec.commandLine().getOut())
                .run(named)
                .exitCode();
    }
}
