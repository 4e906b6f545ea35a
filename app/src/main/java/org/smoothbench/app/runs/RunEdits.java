package org.smoothbench.app.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.smoothbench.app.follow.RunFeed;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunMeta;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunTrash;
import org.smoothbench.core.run.RunTrash.Trashed;

/**
 * What changes what is said of runs, or where they lie: on all of the given runs, and so that it can be taken back. Called
 * on the FX thread; files are dealt with elsewhere, one change after another.
 */
public final class RunEdits {

    private final RunUndo undo;
    private final NoticeViewModel notices;
    private final RunFeed feed;
    private final RunTrash trash;
    private final Executor files;
    private final Executor fxThread;

    /** Changes that report problems as notices; {@code files} must do one task after another. */
    public RunEdits(
            RunUndo undo, NoticeViewModel notices, RunFeed feed, RunTrash trash, Executor files, Executor fxThread) {
        this.undo = undo;
        this.notices = notices;
        this.feed = feed;
        this.trash = trash;
        this.files = files;
        this.fxThread = fxThread;
    }

    /** What was changed and can be taken back. */
    public RunUndo undo() {
        return undo;
    }

    /** The deleted runs. */
    public RunTrash trash() {
        return trash;
    }

    /** Archives runs, or takes them back. */
    public void archive(List<RunRowViewModel> rows, boolean archived) {
        change(rows, archived ? "archived" : "taken out of the archive", meta -> meta.withArchived(archived));
    }

    /** Gives runs a colour, an index into the palette. */
    public void colour(List<RunRowViewModel> rows, int colour) {
        change(rows, "given another colour", meta -> meta.withColour(colour));
    }

    /**
     * Changes what is said of runs.
     *
     * @param done what has been done then, such as {@code archived}
     */
    public void change(List<RunRowViewModel> rows, String done, UnaryOperator<RunMeta> change) {
        List<RunDirectory> runs = directories(rows);
        files.execute(() -> {
            Map<RunDirectory, RunMeta> before = new LinkedHashMap<>();
            List<Problem> problems = new ArrayList<>();
            for (RunDirectory run : runs) {
                try {
                    RunMetaFile file = new RunMetaFile(run);
                    RunMeta old = file.read();
                    if (!file.change(change).equals(old)) {
                        before.put(run, old);
                    }
                } catch (ProblemException e) {
                    problems.add(e.problem());
                } catch (IOException e) {
                    problems.add(notWritten(run, e));
                }
            }
            feed.refresh();
            fxThread.execute(() -> {
                if (!before.isEmpty()) {
                    undo.done(runs(before.size()) + " " + done, () -> restore(before));
                }
                tell(problems, runs.size(), "changed");
            });
        });
    }

    private void restore(Map<RunDirectory, RunMeta> before) {
        files.execute(() -> {
            List<Problem> problems = new ArrayList<>();
            before.forEach((run, old) -> {
                try {
                    new RunMetaFile(run).change(_ -> old);
                } catch (ProblemException e) {
                    problems.add(e.problem());
                } catch (IOException e) {
                    problems.add(notWritten(run, e));
                }
            });
            feed.refresh();
            fxThread.execute(() -> tell(problems, before.size(), "changed back"));
        });
    }

    /** Moves runs to the trash; those that are at work stay, and the reason is told. */
    public void delete(List<RunRowViewModel> rows) {
        Map<RunDirectory, String> names = new LinkedHashMap<>();
        rows.forEach(row ->
                names.put(row.now().summary().directory(), row.now().summary().name()));
        files.execute(() -> {
            List<Trashed> deleted = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            names.forEach((run, name) -> {
                try {
                    deleted.add(trash.put(run, name));
                } catch (ProblemException e) {
                    problems.add(e.problem());
                }
            });
            feed.refresh();
            fxThread.execute(() -> {
                if (!deleted.isEmpty()) {
                    undo.done(runs(deleted.size()) + " moved to the trash", () -> restore(deleted, () -> {}));
                }
                tell(problems, names.size(), "deleted");
            });
        });
    }

    /** Puts runs back from the trash; {@code after} is called on the FX thread when that is done. */
    public void restore(List<Trashed> trashed, Runnable after) {
        eachTrashed(trashed, trash::restore, "restored", after);
    }

    /** Deletes runs for good; {@code after} is called on the FX thread when that is done. */
    public void deleteForGood(List<Trashed> trashed, Runnable after) {
        eachTrashed(trashed, trash::deleteForGood, "deleted", after);
    }

    /** Something done with one deleted run. */
    private interface TrashAction {
        void on(Trashed trashed);
    }

    private void eachTrashed(List<Trashed> trashed, TrashAction action, String done, Runnable after) {
        files.execute(() -> {
            List<Problem> problems = new ArrayList<>();
            for (Trashed one : trashed) {
                try {
                    action.on(one);
                } catch (ProblemException e) {
                    problems.add(e.problem());
                }
            }
            feed.refresh();
            fxThread.execute(() -> {
                tell(problems, trashed.size(), done);
                after.run();
            });
        });
    }

    private void tell(List<Problem> problems, int all, String done) {
        if (problems.isEmpty()) {
            return;
        }
        Notice first = Notice.of(problems.getFirst());
        Optional<String> share = all == 1
                ? Optional.empty()
                : Optional.of(problems.size() + " of " + all + " runs could not be " + done + ". The first: ");
        notices.show(new Notice(share.orElse("") + first.title(), first.detail(), first.remedy()));
    }

    private static Problem notWritten(RunDirectory run, IOException cause) {
        return new Problem.Usage(
                "the run's folder cannot be written: " + cause.getMessage(),
                run.path().toString(),
                "see that you may write there and that disk is left");
    }

    private static List<RunDirectory> directories(List<RunRowViewModel> rows) {
        return rows.stream().map(row -> row.now().summary().directory()).toList();
    }

    private static String runs(int count) {
        return count == 1 ? "1 run" : count + " runs";
    }
}
