package org.smoothbench.core.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.launch.WeightImport;
import org.smoothbench.core.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import FILE}: a run of weights from elsewhere. */
@Command(
        name = "import",
        description =
                "Make a finished run of weights from elsewhere: safetensors or npz, under PyTorch's names, torchvision's"
                        + " for ResNet and EfficientNet.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench import silu.safetensors --spec my.json --name silu-from-elsewhere",
            "  smoothbench import resnet50.npz --preset table1-neither --data imagenet"
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The weights.")
    private Path file;

    @Option(
            names = "--spec",
            paramLabel = "SPEC",
            description = "The specification with the network and its data, a JSON file; or else give --preset.")
    private @Nullable Path specification;

    @Mixin
    private ExperimentOptions experiment = new ExperimentOptions();

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunDirectory run = new WeightImport(runs.library()).run(experiment.read(specification, "--spec SPEC"), file);
        spec.commandLine().getOut().println(run.path());
        return 0;
    }
}
