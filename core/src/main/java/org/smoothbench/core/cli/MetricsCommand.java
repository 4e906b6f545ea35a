package org.smoothbench.core.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.launch.EvaluationSource;
import org.smoothbench.core.launch.SmoothnessStudy;
import org.smoothbench.core.launch.StudiedModel;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.smoothness.Distribution;
import org.smoothbench.core.smoothness.MetricResult;
import org.smoothbench.core.smoothness.PlaceResult;
import org.smoothbench.core.smoothness.SmoothnessReport;
import org.smoothbench.core.smoothness.SmoothnessSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code metrics RUN}: how smooth a run's network is. */
@Command(
        name = "metrics",
        description =
                "Measure how smooth a run's network is around test images: gradients, linearity, curvature, kinks.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench metrics sample-silu",
            "  smoothbench metrics sample-relu --checkpoint last --norm l2 --eps 0.5 --json"
        })
final class MetricsCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions options = new StudyOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        EvaluationSource.OfRun source = options.source();
        ThreatModel threat = options.threat(source);
        SmoothnessSettings settings =
                SmoothnessSettings.usual(threat, options.examples(), options.batch(), options.seed());
        StudyProgress progress = new StudyProgress(spec.commandLine().getErr());
        try (TorchEngine engine = TorchEngine.open(options.runtime(source));
                TrainedModel model = TrainedModel.open(
                        engine, source.run(), source.checkpoint(), source.averaged(), source.data())) {
            SmoothnessStudy.Result result = new SmoothnessStudy(settings)
                    .measure(engine, model, () -> false, done -> progress.show("  " + done + " images"));
            progress.clear();
            Path file = result.keep(source.run(), settings);
            options.write(result);
            print(result, file);
        }
        return 0;
    }

    private void print(SmoothnessStudy.Result result, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println(StudiedModel.json(result));
        } else {
            StudyOptions.describe(result.subject(), out);
            SmoothnessReport.Conditions how = result.smoothness().conditions();
            out.println("  " + how.threat() + "; " + how.images() + " test images, seed " + how.seed() + "; "
                    + how.attack());
            out.println();
            out.print(table(result.smoothness()));
            out.println();
            out.println("  " + Durations.text(result.seconds()) + "; kept in " + file);
        }
        out.flush();
    }

    private static String table(SmoothnessReport report) {
        TextTable table = new TextTable("metric", "median", "10 %", "90 %", "mean", "images", "");
        report.metrics().forEach(metric -> add(metric, table));
        for (PlaceResult place : report.places()) {
            add("  kinks at " + place.place(), place.crossing(), "", table);
        }
        return table.toString();
    }

    private static void add(MetricResult metric, TextTable table) {
        if (metric.measured()) {
            add(metric.name(), metric.distribution(), metric.direction(), table);
        } else {
            table.add(metric.name(), "-", "-", "-", "-", "-", metric.inapplicable());
        }
    }

    private static void add(String name, Distribution values, String direction, TextTable table) {
        if (values.count() == 0) {
            table.add(name, "-", "-", "-", "-", "0", "defined on none of the images");
            return;
        }
        table.add(
                name,
                number(values.median()),
                number(values.low()),
                number(values.high()),
                number(values.mean()),
                String.valueOf(values.count()),
                direction);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= 1e-3 && size < 1e5)
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.2e", value);
    }
}
