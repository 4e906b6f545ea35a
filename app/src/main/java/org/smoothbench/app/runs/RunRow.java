package org.smoothbench.app.runs;

import java.util.Locale;
import java.util.Optional;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.app.wording.ProgressWords;
import org.smoothbench.app.wording.StateWords;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunSummary;

/**
 * What the list says of one run.
 *
 * @param name its name
 * @param network activation and model
 * @param state its state; empty if it cannot be read
 * @param stateText the state in words
 * @param progress the share that is done, 0 to 1; negative where no bar is to be shown
 * @param progressText epoch, share and time left; empty where no bar is to be shown
 * @param accuracies clean and robust accuracy of the last evaluation; empty before there is one
 * @param measured how those were measured; empty before there is an evaluation
 */
public record RunRow(
        String name,
        String network,
        Optional<RunState> state,
        String stateText,
        double progress,
        String progressText,
        String accuracies,
        String measured) {

    /** The row of a run. */
    public static RunRow of(RunNow now) {
        RunSummary run = now.summary();
        boolean running = run.state()
                .filter(s -> s == RunState.RUNNING || s == RunState.PAUSED)
                .isPresent();
        return new RunRow(
                run.name(),
                run.experiment()
                        .map(e -> e.model().activation().label() + " · "
                                + e.model().label())
                        .orElse("specification unreadable"),
                run.state(),
                StateWords.of(run, now.stopping()),
                running ? run.status().map(s -> s.progress().fraction()).orElse(-1.0) : -1,
                running ? run.status().map(s -> ProgressWords.of(s.progress())).orElse("") : "",
                run.lastEvaluation().map(AccuracyWords::both).orElse(""),
                run.lastEvaluation()
                        .flatMap(e -> run.experiment()
                                .map(x ->
                                        AccuracyWords.measuredWith(x, Optional.of(e)) + ", " + AccuracyWords.moment(e)))
                        .orElse(""));
    }

    /** Whether every word of a search text occurs in what the row says. */
    boolean matches(String search) {
        String text = String.join(" ", name, network, stateText).toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** All of it as one sentence, for screen readers. */
    String spoken() {
        String more = progressText.isEmpty() ? "" : ", " + progressText;
        String measuredText = accuracies.isEmpty() ? "" : ", " + accuracies + " (" + measured + ")";
        return name + ", " + network + ", " + stateText + more + measuredText;
    }
}
