package org.smoothbench.core.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.run.Metric;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo}: the two sample experiments, one after the other, and a table. */
@Command(
        name = "demo",
        description = "Train the two sample experiments, ReLU and SILU with everything else equal, and compare them.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long began = System.nanoTime();
        List<Experiment> experiments = new ArrayList<>();
        for (Path file : SampleExperiments.installed().demo()) {
            experiments.add(new ExperimentFile().read(file));
        }
        ForegroundRun foreground = new ForegroundRun(runs.library(), out);
        List<RunReport> reports = new ArrayList<>();
        for (Experiment experiment : experiments) {
            ForegroundRun.Result result = foreground.run(experiment);
            if (result.exitCode() != 0) {
                return result.exitCode();
            }
            reports.add(RunReport.read(result.run()));
        }
        print(out, experiments.getFirst(), reports, (System.nanoTime() - began) / 1e9);
        return 0;
    }

    private static void print(PrintWriter out, Experiment first, List<RunReport> reports, double seconds) {
        TextTable table = new TextTable("activation", "clean accuracy", "robust accuracy", "run");
        reports.forEach(report -> table.add(
                report.activation(),
                report.percent(Metric.CLEAN_ACCURACY),
                report.percent(Metric.ROBUST_ACCURACY),
                report.run().id()));
        out.println();
        out.print(table);
        out.println();
        out.printf(
                "Robust: right before and under %s; %s test images, seed %d, one run each. Took %s.%n",
                first.evaluation().attack().label(),
                reports.getFirst()
                        .accuracy()
                        .map(m -> "%.0f".formatted(m.value(Metric.TEST_EXAMPLES).orElse(0)))
                        .orElse("?"),
                first.runtime().seed(),
                Durations.text(seconds));
        out.flush();
    }
}
