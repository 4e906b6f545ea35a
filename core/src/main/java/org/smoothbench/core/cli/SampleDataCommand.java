package org.smoothbench.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.data.sample.SampleSetGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample-data}: the program's own image set, made anew. */
@Command(
        name = "sample-data",
        description = "Write the sample image set; the same bytes every time, on every machine.",
        mixinStandardHelpOptions = true)
final class SampleDataCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write to; else sample-data of this installation.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = out == null ? Path.of(System.getProperty("smoothbench.home", "."), "sample-data") : out;
        SampleSetGenerator.write(folder);
        spec.commandLine().getOut().println("2,000 training and 500 test images written to " + folder);
        return 0;
    }
}
