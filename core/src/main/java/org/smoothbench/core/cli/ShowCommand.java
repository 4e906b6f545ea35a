package org.smoothbench.core.cli;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.training.Checkpoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code show RUN}: what is known of one run. */
@Command(name = "show", description = "Show what is known of one run.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "A run's name, any unique part of it, or its folder.")
    private String name;

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--json", description = "Print a JSON object instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RunReport report = RunReport.read(runs.library().find(name));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder().setPrettyPrinting().create().toJson(report.json()));
        } else {
            out.print(text(report));
        }
        out.flush();
        return 0;
    }

    private static String text(RunReport report) throws IOException {
        TextTable table = new TextTable("run", report.run().id());
        table.add("folder", report.run().path().toString());
        table.add("state", report.state());
        report.status().map(RunStatus::message).ifPresent(message -> table.add("message", message));
        report.status().map(RunStatus::device).filter(d -> !d.isEmpty()).ifPresent(d -> table.add("device", d));
        report.experiment().ifPresent(experiment -> describe(experiment, table));
        table.add("epoch", report.epochs());
        table.add("time left", report.eta());
        table.add("clean accuracy", report.percent(Metric.CLEAN_ACCURACY));
        table.add("robust accuracy", report.percent(Metric.ROBUST_ACCURACY));
        Checkpoints checkpoints = new Checkpoints(report.run());
        for (String name : List.of("last", "best")) {
            checkpoints
                    .info(name)
                    .flatMap(info -> checkpoints.weights(info, false))
                    .ifPresent(file -> table.add(name + " checkpoint", file.toString()));
        }
        return table.toString();
    }

    private static void describe(Experiment experiment, TextTable table) {
        table.add("model", experiment.model().label());
        table.add("activation", experiment.model().activation().label());
        table.add("training", experiment.training().method().label());
        table.add("evaluation", experiment.evaluation().attack().label());
        table.add("seed", String.valueOf(experiment.runtime().seed()));
    }
}
