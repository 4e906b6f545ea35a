package org.smoothbench.core.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.RoughnessMeasure;
import org.smoothbench.core.landscape.compute.SurfaceWork;
import org.smoothbench.core.launch.LandscapeStudy;
import org.smoothbench.core.launch.StudyStep;
import org.smoothbench.core.smoothness.Distribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code landscape RUN…}: the loss around images or weights, and how rough it is. */
@Command(
        name = "landscape",
        description = {
            "Compute loss landscapes of one or several runs, around a test image or around the weights, and say how rough "
                    + "they are.",
            "The same command again goes on where it was interrupted, or shows the result."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench landscape sample-relu sample-silu --image 3",
            "  smoothbench landscape sample-relu sample-silu --grid 101 --images 64",
            "  smoothbench landscape sample-relu sample-silu --plane adversarial-other --direction sign",
            "  smoothbench landscape sample-silu --plane weights --images 256",
            "  smoothbench landscape sample-relu --plane line",
            "",
            "Planes: adversarial-random, adversarial-orthogonal, adversarial-other, random-random, weights, line.",
            "Directions: sign, pgd-N, apgd, apgd-N."
        })
final class LandscapeCommand implements Callable<Integer> {

    @Mixin
    private LandscapeOptions options = new LandscapeOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<LandscapeStudy.Wanted> models = options.models();
        LandscapeSpec landscape = options.specification();
        StudyProgress progress = new StudyProgress(spec.commandLine().getErr());
        LandscapeStudy study = new LandscapeStudy(landscape, options.batch());
        List<LandscapeStudy.Finished> finished;
        try (TorchEngine engine = TorchEngine.open(options.runtime())) {
            finished = study.run(
                    engine,
                    models,
                    options.other(),
                    options.out(),
                    model -> (surface, surfaces, work) -> {
                        progress.show(line(model.run().id(), surface, surfaces, work));
                        tell(surface, surfaces, work);
                    },
                    () -> false);
        }
        progress.clear();
        print(finished);
        return 0;
    }

    private void tell(int surface, int surfaces, SurfaceWork work) {
        if (options.progress()) {
            double share = (surface + (double) work.done() / work.vertices()) / surfaces;
            String words = surfaces == 1
                    ? work.done() + " of " + work.vertices() + " vertices"
                    : "image " + (surface + 1) + " of " + surfaces;
            spec.commandLine().getErr().println(new StudyStep(share, words).line());
            spec.commandLine().getErr().flush();
        }
    }

    private static String line(String run, int surface, int surfaces, SurfaceWork work) {
        String which = surfaces == 1 ? "" : ", image " + (surface + 1) + " of " + surfaces;
        return "  " + run + which + ": " + work.done() + " of " + work.vertices() + " vertices";
    }

    private void print(List<LandscapeStudy.Finished> finished) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.json()) {
            out.println("["
                    + String.join(
                            ",\n",
                            finished.stream()
                                    .map(each ->
                                            LandscapeFile.json(each.report()).strip())
                                    .toList())
                    + "]");
            out.flush();
            return;
        }
        for (LandscapeStudy.Finished each : finished) {
            out.println(each.report().caption());
        }
        out.println();
        out.println(
                figures(finished.stream().map(LandscapeStudy.Finished::report).toList()));
        for (LandscapeStudy.Finished each : finished) {
            LandscapeReport report = each.report();
            for (LandscapeReport.LeftOut image : report.leftOut()) {
                out.println(
                        "  " + report.subject().run() + ": image " + image.image() + " left out: " + image.reason());
            }
            out.println("  " + Durations.text(report.seconds()) + "; " + (each.found() ? "found in " : "kept in ")
                    + each.directory().path());
        }
        out.flush();
    }

    private static String figures(List<LandscapeReport> reports) {
        boolean several = reports.getFirst().surfaces().size() > 1;
        List<String> headings = new ArrayList<>(List.of(several ? "roughness, mean (median)" : "roughness"));
        reports.forEach(report -> headings.add(report.subject().activation()));
        headings.add("");
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (RoughnessMeasure measure : RoughnessMeasure.values()) {
            if (reports.stream().allMatch(report -> report.over(measure).count() == 0)) {
                continue;
            }
            List<String> row = new ArrayList<>(List.of(measure.label()));
            reports.forEach(report -> row.add(figure(report.over(measure), several)));
            row.add(measure.unit());
            table.add(row.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String figure(Distribution values, boolean several) {
        if (values.count() == 0) {
            return "-";
        }
        String leftOut = values.leftOut() == 0 ? "" : ", without " + values.leftOut();
        return several ? number(values.mean()) + " (" + number(values.median()) + leftOut + ")" : number(values.mean());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.4g", value);
    }
}
