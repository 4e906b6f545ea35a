package org.smoothbench.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.app.wording.ProgressWords;
import org.smoothbench.app.wording.StateWords;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.Measurement;
import org.smoothbench.core.run.Metric;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.RunSummary;

/**
 * What the list says of one run.
 *
 * @param name what tells it apart from the others: its name, and more where that is not enough
 * @param detail what matters most besides: accuracies, or why there are none
 * @param network activation and model
 * @param state its state; empty if it cannot be read
 * @param stateText the state in words
 * @param progress the share that is done, 0 to 1; negative where no bar is to be shown
 * @param progressText epoch, share and time left; empty where no bar is to be shown
 * @param accuracies clean and robust accuracy of the last evaluation; empty before there is one
 * @param more everything else, a line each
 * @param damaged whether some of its files are missing or damaged
 * @param archived whether it has been put away
 */
public record RunRow(
        String name,
        String detail,
        String network,
        Optional<RunState> state,
        String stateText,
        double progress,
        String progressText,
        String accuracies,
        List<String> more,
        boolean damaged,
        boolean archived) {

    public RunRow {
        more = List.copyOf(more);
    }

    /** The row of a run. */
    public static RunRow of(RunNow now) {
        RunSummary run = now.summary();
        boolean running = run.state()
                .filter(s -> s == RunState.RUNNING || s == RunState.PAUSED)
                .isPresent();
        String network = run.experiment().map(RunRow::network).orElse("specification unreadable");
        String accuracies = run.lastEvaluation().map(AccuracyWords::both).orElse("");
        return new RunRow(
                now.title(),
                detail(run, network),
                network,
                run.state(),
                StateWords.of(run, now.stopping()),
                running ? run.status().map(s -> s.progress().fraction()).orElse(-1.0) : -1,
                running ? run.status().map(s -> ProgressWords.of(s.progress())).orElse("") : "",
                accuracies,
                more(run),
                !run.problems().isEmpty(),
                run.meta().archived());
    }

    private static String network(Experiment experiment) {
        return experiment.model().activation().label() + " · "
                + experiment.model().label();
    }

    private static String detail(RunSummary run, String network) {
        if (run.state().isEmpty() || run.experiment().isEmpty()) {
            return run.problems().stream().findFirst().map(Problem::what).orElse(network);
        }
        boolean broke = run.state()
                .filter(s -> s == RunState.FAILED || s == RunState.CRASHED)
                .isPresent();
        String message = run.status().map(RunStatus::message).orElse("");
        if (run.lastEvaluation().isPresent()) {
            return run.experiment()
                            .map(e -> e.model().activation().label() + " · ")
                            .orElse("")
                    + AccuracyWords.brief(run.lastEvaluation().get());
        }
        return broke && !message.isEmpty() ? message : network;
    }

    private static List<String> more(RunSummary run) {
        List<String> lines = new ArrayList<>();
        run.meta().study().ifPresent(study -> lines.add("Study: " + study));
        if (!run.meta().tags().isEmpty()) {
            lines.add("Tags: " + String.join(", ", run.meta().tags()));
        }
        run.lastEvaluation().ifPresent(e -> lines.add("Last: " + AccuracyWords.both(e) + ", " + moment(run, e)));
        run.bestEvaluation()
                .ifPresent(e -> lines.add("Best: robust " + AccuracyWords.percent(e.value(Metric.ROBUST_ACCURACY))
                        + ", clean " + AccuracyWords.percent(e.value(Metric.CLEAN_ACCURACY)) + ", "
                        + AccuracyWords.moment(e)
                        + run.experiment().map(AccuracyWords::averaged).orElse("")));
        if (!run.meta().notes().isBlank()) {
            lines.add("Notes: " + run.meta().notes().strip());
        }
        for (Problem problem : run.problems()) {
            lines.add("Damaged: " + problem.what() + " (" + problem.where() + "); " + problem.remedy());
        }
        return lines;
    }

    private static String moment(RunSummary run, Measurement evaluation) {
        String with = run.experiment()
                .map(e -> " with " + AccuracyWords.measuredWith(e, Optional.of(evaluation)))
                .orElse("");
        return AccuracyWords.moment(evaluation) + with;
    }

    /** What stands at the right: how far it is while it runs, its state otherwise. */
    String standing() {
        boolean paused = state.filter(s -> s == RunState.PAUSED).isPresent();
        return progressText.isEmpty() || paused || stateText.endsWith("…")
                ? stateText
                : progressText.replaceFirst("^epoch \\d+/\\d+ · ", "");
    }

    /** All of it, for a tooltip. */
    String tooltip() {
        List<String> lines = new ArrayList<>(List.of(name, network, stateText));
        if (!progressText.isEmpty()) {
            lines.set(2, stateText + ", " + progressText);
        }
        lines.addAll(more);
        return String.join("\n", lines);
    }

    /** All of it as one sentence, for screen readers. */
    String spoken() {
        String progressNow = progressText.isEmpty() ? "" : ", " + progressText;
        return name + ", " + network + ", " + stateText + progressNow + (archived ? ", archived" : "")
                + more.stream().map(line -> ", " + line).reduce("", String::concat);
    }
}
