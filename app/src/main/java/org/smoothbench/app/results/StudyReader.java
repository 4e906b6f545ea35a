package org.smoothbench.app.results;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.evaluation.sanity.SanityReport;
import org.smoothbench.core.evaluation.sanity.Verdict;
import org.smoothbench.core.smoothness.MetricResult;
import org.smoothbench.core.smoothness.SmoothnessReport;

/** Reads studies of sanity and smoothness. */
final class StudyReader {

    private static final Logger LOG = LoggerFactory.getLogger(StudyReader.class);
    private static final Gson GSON = new Gson();

    private StudyReader() {}

    static StudyEntry sanity(Path file) {
        return read("Sanity", file, tree -> {
            SanityReport report = GSON.fromJson(tree, SanityReport.class);
            long passed = report.verdicts().stream()
                    .filter(verdict -> verdict.outcome() == Verdict.Outcome.PASS)
                    .count();
            String others = report.verdicts().stream()
                    .filter(verdict -> verdict.outcome() != Verdict.Outcome.PASS)
                    .map(verdict -> verdict.outcome().name().toLowerCase(Locale.ROOT) + ": " + verdict.question()
                            + " – " + verdict.reason())
                    .collect(Collectors.joining("\n"));
            String outcome = passed + " of " + report.verdicts().size() + " checks passed"
                    + (others.isEmpty() ? "" : "\n" + others);
            SanityReport.Conditions how = report.conditions();
            return new StudyEntry(
                    "Sanity",
                    weights(file) + how.threat() + " on " + how.images() + " images",
                    outcome,
                    report.outcome() == Verdict.Outcome.FAIL);
        });
    }

    static StudyEntry smoothness(Path file) {
        return read("Smoothness", file, tree -> {
            SmoothnessReport report = GSON.fromJson(tree, SmoothnessReport.class);
            String outcome = report.metrics().stream().map(StudyReader::line).collect(Collectors.joining("\n"));
            return new StudyEntry(
                    "Smoothness",
                    weights(file) + report.conditions().threat() + " on "
                            + report.conditions().images() + " images",
                    outcome,
                    false);
        });
    }

    private static String line(MetricResult metric) {
        if (!metric.measured()) {
            return metric.name() + ": " + metric.inapplicable();
        }
        String unit = metric.unit().isEmpty() ? "" : " " + metric.unit();
        return String.format(
                Locale.ROOT,
                "%s: median %.4g%s (%.4g to %.4g in 8 of 10 images); %s",
                metric.name(),
                metric.distribution().median(),
                unit,
                metric.distribution().low(),
                metric.distribution().high(),
                metric.direction());
    }

    private interface Form {
        StudyEntry of(JsonObject tree);
    }

    private static StudyEntry read(String kind, Path file, Form form) {
        try {
            JsonObject tree = Objects.requireNonNull(GSON.fromJson(Files.readString(file), JsonObject.class));
            return form.of(tree.getAsJsonObject(kind.toLowerCase(Locale.ROOT)));
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be read", file, e);
            return new StudyEntry(kind, weights(file) + file.getFileName(), "The file cannot be read.", false);
        }
    }

    private static String weights(Path file) {
        String name = String.valueOf(file.getFileName());
        String averaged = name.matches("(best|last)-averaged-.*") ? "averaged weights, " : "";
        return (name.startsWith("best-") ? "best checkpoint, " : name.startsWith("last-") ? "last checkpoint, " : "")
                + averaged;
    }
}
