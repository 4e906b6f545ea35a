package org.smoothbench.core.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.Share;
import org.smoothbench.core.evaluation.sanity.SanityReport;
import org.smoothbench.core.evaluation.sanity.SanitySettings;
import org.smoothbench.core.evaluation.sanity.Verdict;
import org.smoothbench.core.launch.EvaluationSource;
import org.smoothbench.core.launch.SanityStudy;
import org.smoothbench.core.launch.StudiedModel;
import org.smoothbench.core.launch.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sanity RUN}: whether a run's robust accuracy can be believed. */
@Command(
        name = "sanity",
        description =
                "Attack a run's network harder and harder, and judge whether its robust accuracy can be believed.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  smoothbench sanity sample-silu", "  smoothbench sanity sample-relu --examples 100 --json"})
final class SanityCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        EvaluationSource.OfRun source = options.source();
        SanitySettings settings =
                SanitySettings.usual(options.threat(source), options.examples(), options.batch(), options.seed());
        StudyProgress progress = new StudyProgress(spec.commandLine().getErr());
        try (TorchEngine engine = TorchEngine.open(options.runtime(source));
                TrainedModel model = TrainedModel.open(
                        engine, source.run(), source.checkpoint(), source.averaged(), source.data())) {
            SanityStudy.Result result =
                    new SanityStudy(settings).measure(engine, model, () -> false, part -> progress.show("  " + part));
            progress.clear();
            Path file = result.keep(source.run(), settings);
            options.write(result);
            print(result, file);
        }
        return 0;
    }

    private void print(SanityStudy.Result result, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(StudiedModel.json(result));
        } else {
            StudyOptions.describe(result.subject(), out);
            SanityReport.Conditions how = result.sanity().conditions();
            out.println("  " + how.threat() + "; " + how.images() + " test images, seed " + how.seed()
                    + "; PGD on the cross-entropy, random starts; against steps the last iterate counts, else any");
            out.println();
            out.println(figures(result.sanity()));
            result.sanity().verdicts().forEach(verdict -> print(verdict, out));
            out.println();
            out.println("  " + Durations.text(result.seconds()) + "; kept in " + file);
        }
        out.flush();
    }

    private static String figures(SanityReport report) {
        TextTable table = new TextTable("robust accuracy", "", "95 % interval", "so far");
        add(table, "no attack", report.clean(), null);
        for (SanityReport.IterationPoint point : report.iterations()) {
            add(table, point.steps() + (point.steps() == 1 ? " step" : " steps"), point.last(), point.worst());
        }
        for (SanityReport.BudgetPoint point : report.budgets()) {
            add(table, point.threat(), point.robust(), point.worst());
        }
        for (SanityReport.RestartPoint point : report.restarts()) {
            add(table, point.restarts() + (point.restarts() == 1 ? " start" : " starts"), point.robust(), null);
        }
        return table.toString();
    }

    private static void add(TextTable table, String name, Share share, @Nullable Share worst) {
        table.add(
                name,
                percent(share.share()),
                percent(share.low()) + " to " + percent(share.high()),
                worst == null ? "" : percent(worst.share()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static void print(Verdict verdict, PrintWriter out) {
        String mark = switch (verdict.outcome()) {
            case PASS -> "ok  ";
            case WARN -> "warn";
            case FAIL -> "FAIL";
        };
        out.println(mark + "  " + verdict.question());
        out.println("      " + verdict.reason());
    }
}
