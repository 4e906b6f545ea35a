package org.smoothbench.core.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code list}: all runs, newest first. */
@Command(
        name = "list",
        description = "List all runs, newest first, with their true state.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--json", description = "Print a JSON array instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RunLibrary library = runs.library();
        // Who looks takes the queue further, in case the worker that should have done so was killed.
        runs.queue().advance();
        List<RunReport> reports = new ArrayList<>();
        for (RunDirectory run : library.list()) {
            reports.add(RunReport.read(run));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonArray array = new JsonArray();
            reports.forEach(report -> array.add(report.json()));
            out.println(new GsonBuilder().setPrettyPrinting().create().toJson(array));
        } else if (reports.isEmpty()) {
            out.println("No runs in " + library.root() + " yet; begin with: smoothbench demo");
        } else {
            out.print(table(reports));
        }
        out.flush();
        return 0;
    }

    private static TextTable table(List<RunReport> reports) {
        TextTable table = new TextTable("run", "state", "activation", "epoch", "clean", "robust", "left");
        reports.forEach(r -> table.add(
                r.run().id(),
                r.state(),
                r.activation(),
                r.epochs(),
                r.percent(Metric.CLEAN_ACCURACY),
                r.percent(Metric.ROBUST_ACCURACY),
                r.eta()));
        return table;
    }
}
