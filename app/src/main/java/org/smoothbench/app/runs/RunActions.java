package org.smoothbench.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunState;

/** What menus and keys do with the selected runs of a list. FX thread only. */
public final class RunActions {

    private static final Set<RunState> ENDED_EARLY = Set.of(RunState.FAILED, RunState.CRASHED, RunState.CANCELLED);

    private final RunListViewModel list;
    private final ComparedRuns compared;
    private final RunEdits edits;
    private final MetaEditorViewModel editor;
    private final TrashViewModel trash;
    private final Elsewhere elsewhere;
    private final BooleanBinding any;
    private final BooleanBinding canRetry;

    /**
     * What actions need besides the list.
     *
     * @param retry lets a run go on
     * @param notices where problems are told
     * @param clipboard takes a text
     * @param background for files and processes
     * @param fxThread for what is told
     */
    public record Elsewhere(
            RetryRuns retry,
            NoticeViewModel notices,
            Consumer<String> clipboard,
            Executor background,
            Executor fxThread) {}

    /** Actions on the selection of a list. */
    public RunActions(
            RunListViewModel list,
            ComparedRuns compared,
            RunEdits edits,
            MetaEditorViewModel editor,
            TrashViewModel trash,
            Elsewhere elsewhere) {
        this.list = list;
        this.compared = compared;
        this.edits = edits;
        this.editor = editor;
        this.trash = trash;
        this.elsewhere = elsewhere;
        any = Bindings.isNotEmpty(list.selection());
        canRetry = Bindings.createBooleanBinding(
                () -> !retryable().isEmpty(), list.selection(), list.selectedNowProperty());
    }

    /** The list. */
    public RunListViewModel list() {
        return list;
    }

    /** The compared runs. */
    public ComparedRuns compared() {
        return compared;
    }

    /** The editor of names, tags and notes. */
    public MetaEditorViewModel editor() {
        return editor;
    }

    /** The deleted runs. */
    public TrashViewModel trash() {
        return trash;
    }

    /** What can be taken back. */
    public RunUndo undo() {
        return edits.undo();
    }

    /** Whether a run is selected. */
    public BooleanBinding anyProperty() {
        return any;
    }

    /** Whether a run is selected that ended before its time. */
    public BooleanBinding canRetryProperty() {
        return canRetry;
    }

    /** Compares the selected runs; if all of them are compared, no longer. */
    public void toggleCompared() {
        List<String> ids = list.selection().stream().map(RunRowViewModel::id).toList();
        boolean all = compared.ids().containsAll(ids);
        ids.forEach(all ? compared::remove : compared::add);
    }

    /** Compares nothing. */
    public void compareNone() {
        compared.set(List.of());
    }

    /** Edits name, study, tags and notes. */
    public void edit() {
        editor.edit(list.selection());
    }

    /** Archives the selected runs; if all of them are archived, takes them back. */
    public void toggleArchived() {
        boolean all = list.selection().stream()
                .allMatch(row -> row.now().summary().meta().archived());
        edits.archive(List.copyOf(list.selection()), !all);
    }

    /** Gives the selected runs a colour. */
    public void colour(int index) {
        edits.colour(List.copyOf(list.selection()), index);
    }

    /** Moves the selected runs to the trash. */
    public void delete() {
        if (any.get()) {
            edits.delete(List.copyOf(list.selection()));
        }
    }

    /** Moves the one run whose page is shown to the trash, whatever else is selected. */
    public void deleteShown() {
        list.selected().ifPresent(row -> edits.delete(List.of(row)));
    }

    /** Copies the folder of the run whose page is shown. */
    public void copyShownPath() {
        list.selected()
                .map(row -> row.now().summary().directory().path().toString())
                .ifPresent(elsewhere.clipboard());
    }

    /** Lets the selected runs that ended before their time go on. */
    public void retry() {
        List<RunRowViewModel> rows = retryable();
        elsewhere
                .background()
                .execute(() -> rows.forEach(row -> {
                    try {
                        elsewhere.retry().retry(row.now().summary().directory());
                    } catch (ProblemException e) {
                        tell(Notice.of(e.problem()));
                    }
                }));
    }

    private List<RunRowViewModel> retryable() {
        return list.selection().stream()
                .filter(row -> row.now()
                        .summary()
                        .state()
                        .filter(ENDED_EARLY::contains)
                        .isPresent())
                .toList();
    }

    /** Shows the folder of the selected run in the file manager. */
    public void reveal() {
        list.selected()
                .map(row -> row.now().summary().directory().path())
                .ifPresent(folder -> elsewhere.background().execute(() -> {
                    try {
                        new DesktopFolder().show(folder);
                    } catch (IOException _) {
                        tell(new Notice(
                                "This desktop has no program to show folders with.",
                                folder.toString(),
                                "The run's path can be copied instead."));
                    }
                }));
    }

    private void tell(Notice notice) {
        elsewhere.fxThread().execute(() -> elsewhere.notices().show(notice));
    }

    /** Copies the folders of the selected runs, a line each. */
    public void copyPaths() {
        copy(list.selection().stream()
                .map(row -> row.now().summary().directory().path())
                .map(Path::toString)
                .toList());
    }

    /** Copies the folder names of the selected runs, a line each. */
    public void copyIds() {
        copy(list.selection().stream().map(RunRowViewModel::id).toList());
    }

    private void copy(List<String> lines) {
        elsewhere.clipboard().accept(lines.stream().collect(Collectors.joining("\n")));
    }
}
