package org.smoothbench.app.notices;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.app.results.EndedEvaluation;
import org.smoothbench.app.results.EvaluationEntry;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.run.RunDirectory;

/** Tells of each evaluation that ends while the window is open, whatever is selected or looked at. FX thread only. */
public final class EvaluationOutcomes {

    private final ToastsViewModel toasts;
    private final FolderToast folders;
    private final RunListViewModel list;
    private int told;

    /** Tells by notes, which lead to the evaluation's folder. */
    public EvaluationOutcomes(ToastsViewModel toasts, FolderToast folders, RunListViewModel list) {
        this.toasts = toasts;
        this.folders = folders;
        this.list = list;
    }

    /** Takes up which evaluations have ended so far, the newest last. */
    public void show(List<EndedEvaluation> ended) {
        ended.subList(Math.min(told, ended.size()), ended.size()).forEach(one -> tell(one.run(), one.entry()));
        told = ended.size();
    }

    private void tell(RunDirectory run, EvaluationEntry entry) {
        Optional<RunRowViewModel> row =
                list.all().stream().filter(one -> one.id().equals(run.id())).findFirst();
        String title = row.map(one -> one.now().title()).orElse(run.id());
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
        toasts.show(folders.leadingTo(toast, run.evaluations().resolve(entry.folder())));
    }
}
