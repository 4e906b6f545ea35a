package org.smoothbench.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.app.wording.StateWords;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunSummary;

/**
 * Runs with what came out of them and the settings in which they differ.
 *
 * @param columns the headings
 * @param rows a row for each run, with a text for each column
 */
public record SettingsTable(List<String> columns, List<Row> rows) {

    private static final List<String> FIXED =
            List.of("run", "state", "clean, last", "robust, last", "robust, best", "measured with", "evaluations");

    /**
     * One run.
     *
     * @param runId its folder's name
     * @param cells a text for each column
     */
    public record Row(String runId, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public SettingsTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static SettingsTable of(List<RunRowViewModel> runs, Map<String, RunDetail> details) {
        List<Map<String, String>> settings = runs.stream()
                .map(run ->
                        run.now().summary().experiment().map(FlatSettings::of).orElse(Map.of()))
                .toList();
        List<String> differing = FlatSettings.differing(settings);
        List<String> columns = new ArrayList<>(FIXED);
        columns.addAll(differing);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RunRowViewModel run = runs.get(i);
            List<String> cells = new ArrayList<>(facts(run, Optional.ofNullable(details.get(run.id()))));
            for (String path : differing) {
                cells.add(settings.get(i).getOrDefault(path, FlatSettings.NONE));
            }
            rows.add(new Row(run.id(), cells));
        }
        return new SettingsTable(columns, rows);
    }

    private static List<String> facts(RunRowViewModel run, Optional<RunDetail> detail) {
        RunSummary summary = run.now().summary();
        String measured = summary.experiment()
                .filter(experiment -> summary.lastEvaluation().isPresent())
                .map(experiment -> AccuracyWords.attackAndImages(experiment, summary.lastEvaluation())
                        + AccuracyWords.averaged(experiment))
                .orElse(FlatSettings.NONE);
        String evaluations = detail.map(read -> read.results().evaluations().stream()
                        .flatMap(entry -> entry.figures().stream()
                                .map(figures -> entry.conditions() + ": "
                                        + AccuracyWords.percent(OptionalDouble.of(
                                                figures.robust().share()))))
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty())
                .orElse(FlatSettings.NONE);
        return List.of(
                run.now().title(),
                StateWords.of(summary, run.now().stopping()),
                accuracy(summary.lastEvaluation(), Metric.CLEAN_ACCURACY),
                accuracy(summary.lastEvaluation(), Metric.ROBUST_ACCURACY),
                accuracy(summary.bestEvaluation(), Metric.ROBUST_ACCURACY),
                measured,
                evaluations);
    }

    private static String accuracy(Optional<Measurement> measurement, Metric metric) {
        return measurement.map(one -> AccuracyWords.percent(one.value(metric))).orElse(FlatSettings.NONE);
    }

    /** As RFC 4180 has it. */
    public String csv() {
        return lines(
                        "",
                        ",",
                        "",
                        cell -> cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** As a table in Markdown. */
    public String markdown() {
        List<String> lines = lines(
                        "| ", " | ", " |", cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, "|" + "---|".repeat(columns.size()));
        return String.join("\n", lines) + "\n";
    }

    private Stream<String> lines(String before, String between, String after, UnaryOperator<String> escape) {
        return Stream.concat(Stream.of(columns), rows.stream().map(Row::cells))
                .map(cells -> cells.stream().map(escape).collect(Collectors.joining(between, before, after)));
    }
}
