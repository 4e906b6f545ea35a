package org.smoothbench.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.ArrayFile;
import org.smoothbench.core.launch.WeightExport;
import org.smoothbench.core.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export RUN}: weights for other programs. */
@Command(
        name = "export",
        description = "Write a run's weights into a file, under PyTorch's names.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench export sample-silu --out silu.safetensors",
            "  smoothbench export sample-silu --checkpoint last --format npz"
        })
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run's name, any unique part of it, or its folder.")
    private String name;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "safetensors or npz; else what the name of the file says, else safetensors.")
    private @Nullable Format format;

    @Option(
            names = "--checkpoint",
            paramLabel = "CHECKPOINT",
            defaultValue = "best",
            description = "last or best; default: best.")
    private ResumeCommand.Checkpoint checkpoint = ResumeCommand.Checkpoint.best;

    @Option(names = "--averaged", description = "The averaged weights instead of the trained ones.")
    private boolean averaged;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A file that does not exist yet; else RUN-CHECKPOINT.FORMAT in this folder.")
    private @Nullable Path out;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec
    private CommandSpec spec;

    /** The formats as they are typed. */
    enum Format {
        safetensors(ArrayFile.Format.SAFETENSORS),
        npz(ArrayFile.Format.NPZ);

        private final ArrayFile.Format format;

        Format(ArrayFile.Format format) {
            this.format = format;
        }
    }

    @Override
    public Integer call() throws IOException {
        RunDirectory run = runs.library().find(name);
        ArrayFile.Format chosen = chosenFormat();
        Path file = out == null
                ? Path.of(run.id() + "-" + checkpoint + (averaged ? "-averaged" : "") + "." + chosen.suffix())
                : out;
        new WeightExport(checkpoint.name(), averaged, chosen).write(run, file);
        spec.commandLine().getOut().println(file);
        return 0;
    }

    private ArrayFile.Format chosenFormat() {
        if (format != null) {
            return format.format;
        }
        boolean npz = out != null && out.toString().toLowerCase(Locale.ROOT).endsWith("." + Format.npz);
        return npz ? ArrayFile.Format.NPZ : ArrayFile.Format.SAFETENSORS;
    }
}
