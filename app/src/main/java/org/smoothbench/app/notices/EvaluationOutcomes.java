package org.smoothbench.app.notices;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.results.EvaluationEntry;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.run.RunDirectory;

/** Tells of each evaluation that ends while its run is followed, that is selected or compared. FX thread only. */
public final class EvaluationOutcomes {

    private final ToastsViewModel toasts;
    private final FolderToast folders;
    private final RunListViewModel list;
    /** What each evaluation said when it was last seen, by run and folder. */
    private final Map<String, Map<String, EvaluationEntry>> known = new HashMap<>();

    /** Tells by notes, which lead to the evaluation's folder. */
    public EvaluationOutcomes(ToastsViewModel toasts, FolderToast folders, RunListViewModel list) {
        this.toasts = toasts;
        this.folders = folders;
        this.list = list;
    }

    /** Takes up what was read of runs. */
    public void show(Collection<RunDetail> details) {
        for (RunDetail detail : details) {
            Map<String, EvaluationEntry> before = known.get(detail.runId());
            Map<String, EvaluationEntry> now = new HashMap<>();
            for (EvaluationEntry entry : detail.results().evaluations()) {
                now.put(entry.folder(), entry);
                // What had ended when the run was first seen is no news.
                if (before != null && ended(entry) && !ended(before.get(entry.folder()))) {
                    tell(detail.runId(), entry);
                }
            }
            known.put(detail.runId(), now);
        }
    }

    private static boolean ended(@Nullable EvaluationEntry entry) {
        return entry != null && (entry.figures().isPresent() || !entry.unfinished());
    }

    private void tell(String run, EvaluationEntry entry) {
        Optional<RunRowViewModel> row =
                list.all().stream().filter(one -> one.id().equals(run)).findFirst();
        String title = row.map(one -> one.now().title()).orElse(run);
        Toast toast = entry.figures()
                .map(figures -> Toast.of(
                        entry.flags().isEmpty() ? Toast.Kind.SUCCESS : Toast.Kind.WARNING,
                        title + " has been evaluated: "
                                + String.format(
                                        Locale.ROOT,
                                        "robust %.1f %%, clean %.1f %%",
                                        100 * figures.robust().share(),
                                        100 * figures.clean().share()),
                        entry.conditions() + (entry.flags().isEmpty() ? "" : "\n" + String.join("\n", entry.flags()))))
                .orElseGet(() ->
                        Toast.of(Toast.Kind.FAILURE, "An evaluation of " + title + " has failed", entry.remark()));
        Optional<Path> folder = row.map(one -> one.now().summary().directory())
                .map(RunDirectory::evaluations)
                .map(evaluations -> evaluations.resolve(entry.folder()));
        toasts.show(folders.leadingTo(toast, folder.orElse(null)));
    }
}
