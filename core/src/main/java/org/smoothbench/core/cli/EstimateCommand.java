package org.smoothbench.core.cli;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.launch.Cost;
import org.smoothbench.core.launch.CostMeasurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code estimate SPEC}: what an experiment costs on this machine. */
@Command(
        name = "estimate",
        description = "Measure by a few real training steps what an experiment costs on this machine; no run is made.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench estimate my.json",
            "  smoothbench estimate --preset table1-both-sample --json",
            "  smoothbench estimate my.json --set training.batchSize=256"
        })
final class EstimateCommand implements Callable<Integer> {

    private static final double MEBIBYTE = 1 << 20;

    @Parameters(
            paramLabel = "SPEC",
            arity = "0..1",
            description = "The specification, a JSON file; or else give --preset.")
    private @Nullable Path file;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Option(names = "--json", description = "Print a JSON object instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Experiment experiment = options.read(file, "SPEC");
        Cost cost = CostMeasurement.measure(experiment);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new Gson().toJson(cost));
        } else {
            print(experiment, cost, out);
        }
        out.flush();
        return 0;
    }

    private static void print(Experiment experiment, Cost cost, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %s, %s; %,d parameters in %d weight layers; on %s%n",
                experiment.name(),
                experiment.model().label(),
                experiment.model().activation().label(),
                cost.parameters(),
                cost.layers(),
                cost.device());
        out.printf(
                Locale.ROOT,
                "  training:    %.1f s an epoch, %.0f images/s (%d steps, %d images)%n",
                cost.epochSeconds(),
                cost.imagesPerSecond(),
                cost.stepsPerEpoch(),
                cost.trainingImages());
        out.printf(
                Locale.ROOT,
                "  evaluation:  about %.1f s, %d times; reckoned from the training passes%n",
                cost.evaluationSeconds(),
                cost.evaluations());
        out.printf(
                Locale.ROOT,
                "  in all:      about %s for %d epochs%n",
                Durations.text(cost.totalSeconds()),
                cost.epochs());
        if (cost.peakMemoryBytes() >= 0) {
            out.printf(
                    Locale.ROOT,
                    "  memory:      %.0f MiB at most, images included%s%n",
                    cost.peakMemoryBytes() / MEBIBYTE,
                    cost.deviceMemoryBytes() < 0
                            ? ""
                            : String.format(Locale.ROOT, "; %.0f MiB on the GPU", cost.deviceMemoryBytes() / MEBIBYTE));
        }
        out.printf(
                Locale.ROOT,
                "  measured by %d training steps, with what else this machine was doing%n",
                cost.timedSteps());
    }
}
