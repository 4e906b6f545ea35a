package org.smoothbench.app.notices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.wording.AccuracyWords;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.RunSummary;

/** Tells of each run that ends while the window is open. FX thread only. */
public final class RunOutcomes {

    private final ToastsViewModel toasts;
    private final RunListViewModel list;
    private final Map<String, RunState> known = new HashMap<>();

    /** Tells by notes, which lead to the run in the list. */
    public RunOutcomes(ToastsViewModel toasts, RunListViewModel list) {
        this.toasts = toasts;
        this.list = list;
    }

    /** Takes up the states that were read. */
    public void show(List<RunSummary> runs) {
        for (RunSummary run : runs) {
            run.state().ifPresent(state -> {
                RunState before = known.put(run.id(), state);
                // What had ended when it was first seen is no news.
                if (before != null && !before.ended() && state.ended()) {
                    toasts.show(toast(title(run), run, state).with("Show", () -> list.select(run.id())));
                }
            });
        }
    }

    private String title(RunSummary run) {
        return list.all().stream()
                .filter(row -> row.id().equals(run.id()))
                .findFirst()
                .map(row -> row.now().title())
                .orElseGet(run::name);
    }

    private static Toast toast(String title, RunSummary run, RunState state) {
        String message = run.status().map(RunStatus::message).orElse("");
        return switch (state) {
            case FINISHED ->
                Toast.of(
                        Toast.Kind.SUCCESS,
                        title + " has finished",
                        Optional.of(message)
                                .filter(text -> !text.equals("done"))
                                .or(() -> run.lastEvaluation()
                                        .map(e -> AccuracyWords.both(e)
                                                + run.experiment()
                                                        .map(experiment -> ", "
                                                                + AccuracyWords.measuredWith(
                                                                        experiment, Optional.of(e)))
                                                        .orElse("")))
                                .orElse(""));
            case FAILED -> Toast.of(Toast.Kind.FAILURE, title + " has failed", message);
            case CRASHED -> Toast.of(Toast.Kind.FAILURE, title + " has crashed", message);
            case CANCELLED, QUEUED, RUNNING, PAUSED ->
                Toast.of(Toast.Kind.INFORMATION, title + " is " + state.label(), message);
        };
    }
}
