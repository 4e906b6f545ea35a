package org.smoothbench.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.RunFeed;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunMeta;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunTrash;

@SuppressWarnings("NullAway.Init")
final class RunEditsTest implements RunFeed {

    @TempDir
    Path root;

    private final RunListViewModel list = new RunListViewModel(Optional.empty());
    private final ComparedRuns compared = new ComparedRuns();
    private final NoticeViewModel notices = new NoticeViewModel();
    private final List<String> copied = new ArrayList<>();
    private final List<String> retried = new ArrayList<>();
    private FakeRuns fake;
    private LibraryFollower follower;
    private MetaEditorViewModel editor;
    private TrashViewModel trash;
    private RunActions actions;

    @BeforeEach
    void actions() {
        fake = new FakeRuns(root);
        follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
        RunEdits edits = new RunEdits(
                new RunUndo(), notices, this, new RunTrash(root, new RunReader()), Runnable::run, Runnable::run);
        editor = new MetaEditorViewModel(edits, list);
        trash = new TrashViewModel(edits, Runnable::run, Runnable::run);
        actions = new RunActions(
                list,
                compared,
                edits,
                editor,
                trash,
                new RunActions.Elsewhere(this::retry, notices, copied::add, Runnable::run, Runnable::run));
    }

    private void retry(RunDirectory run) {
        if (run.id().startsWith("9")) {
            throw new Problem.Data("the checkpoint is damaged", run.path().toString(), "train anew").asException();
        }
        retried.add(run.id());
    }

    @Override
    public void select(Optional<String> runId) {}

    @Override
    public void follow(Set<String> runIds) {}

    @Override
    public void refresh() {
        list.show(follower.poll(Optional.empty()).runs());
    }

    private static RunMeta meta(RunDirectory run) {
        return new RunMetaFile(run).read();
    }

    private void choose(String... ids) {
        refresh();
        list.choose(List.of(ids), Optional.of(ids[0]));
    }

    @Test
    void severalRunsAreEditedAtOnceAndKeepWhatWasNotTouched() throws IOException {
        RunDirectory a = fake.finished("1-a", "a");
        RunDirectory b = fake.finished("2-b", "b");
        new RunMetaFile(a).change(m -> m.withTags(List.of("both", "mine")).withNotes("own"));
        new RunMetaFile(b).change(m -> m.withTags(List.of("both")));
        choose("1-a", "2-b");
        actions.edit();
        assertThat(editor.titleProperty().get()).isEqualTo("2 runs");
        assertThat(editor.nameProperty().get()).isEmpty();
        assertThat(editor.tagsProperty().get()).isEqualTo("both");
        editor.tagsProperty().set("new, , new");
        editor.studyProperty().set("seeds");
        editor.save();
        assertThat(meta(a))
                .isEqualTo(RunMeta.NONE
                        .withTags(List.of("mine", "new"))
                        .withNotes("own")
                        .withStudy("seeds"));
        assertThat(meta(b)).isEqualTo(RunMeta.NONE.withTags(List.of("new")).withStudy("seeds"));
        assertThat(list.selection().getFirst().row().name()).isEqualTo("b");

        actions.undo().undo();
        assertThat(meta(a))
                .isEqualTo(RunMeta.NONE.withTags(List.of("both", "mine")).withNotes("own"));
        assertThat(meta(b)).isEqualTo(RunMeta.NONE.withTags(List.of("both")));
    }

    @Test
    void aNameThatIsEmptiedGivesTheSpecificationsBack() throws IOException {
        RunDirectory run = fake.finished("1-a", "a");
        choose("1-a");
        actions.edit();
        editor.nameProperty().set("mine");
        editor.save();
        assertThat(list.selection().getFirst().row().name()).isEqualTo("mine");
        actions.edit();
        editor.nameProperty().set(" ");
        editor.save();
        assertThat(list.selection().getFirst().row().name()).isEqualTo("a");
        assertThat(meta(run)).isEqualTo(RunMeta.NONE);
    }

    @Test
    void cancellingWritesNothing() throws IOException {
        RunDirectory run = fake.finished("1-a", "a");
        choose("1-a");
        actions.edit();
        editor.notesProperty().set("x");
        editor.cancel();
        editor.save();
        assertThat(run.meta()).doesNotExist();
        assertThat(actions.undo().lastProperty().get()).isEmpty();
    }

    @Test
    void theEditorOfADeletedRunClosesUnlessSomethingWasTyped() throws IOException {
        fake.finished("1-a", "a");
        fake.finished("2-b", "b");
        choose("1-a");
        actions.edit();
        actions.delete();
        assertThat(editor.openProperty().get()).isFalse();
        actions.undo().undo();

        choose("1-a");
        actions.edit();
        editor.notesProperty().set("of two evenings");
        actions.delete();
        assertThat(editor.openProperty().get()).isTrue();
        assertThat(editor.canSaveProperty().get()).isFalse();
        assertThat(editor.troubleProperty().get()).startsWith("This run is gone: deleted, or moved on disk.");
        editor.save();
        choose("2-b");
        actions.edit();
        assertThat(editor.titleProperty().get()).isEqualTo("a");
        assertThat(editor.notesProperty().get()).isEqualTo("of two evenings");

        actions.undo().undo();
        assertThat(editor.troubleProperty().get()).isEmpty();
        editor.save();
        assertThat(editor.openProperty().get()).isFalse();
        assertThat(meta(new RunDirectory(root.resolve("1-a"))).notes()).isEqualTo("of two evenings");
    }

    @Test
    void theEditorSavesTheRunsThatAreLeftAndSaysSo(@TempDir Path elsewhere) throws IOException {
        RunDirectory a = fake.finished("1-a", "a");
        RunDirectory b = fake.finished("2-b", "b");
        choose("1-a", "2-b");
        actions.edit();
        editor.tagsProperty().set("seeds");
        Files.move(a.path(), elsewhere.resolve("1-a"));
        refresh();
        assertThat(editor.troubleProperty().get()).isEqualTo("1 of these 2 runs is gone. Save changes the others.");
        editor.save();
        assertThat(meta(b).tags()).containsExactly("seeds");
        assertThat(a.path()).doesNotExist();
        assertThat(notices.noticeProperty().get()).isEmpty();
    }

    @Test
    void whatWasTypedIsSavedBeforeOtherRunsAreEdited() throws IOException {
        RunDirectory a = fake.finished("1-a", "a");
        fake.finished("2-b", "b");
        choose("1-a");
        actions.edit();
        editor.nameProperty().set("mine");
        actions.edit();
        assertThat(editor.nameProperty().get()).isEqualTo("mine");
        choose("2-b");
        actions.edit();
        assertThat(meta(a).name()).contains("mine");
        assertThat(editor.titleProperty().get()).isEqualTo("b");
        assertThat(actions.undo().lastProperty().get()).isPresent();
    }

    @Test
    void deletingIsTakenBackAndAnActiveRunIsRefused() throws IOException {
        RunDirectory gone = fake.finished("1-a", "a");
        RunDirectory active = fake.running("2-b", "b");
        choose("1-a", "2-b");
        actions.delete();
        assertThat(gone.path()).doesNotExist();
        assertThat(active.path()).isDirectory();
        assertThat(actions.undo().announcedProperty().get().orElseThrow().text())
                .isEqualTo("1 run moved to the trash");
        assertThat(notices.noticeProperty().get().orElseThrow())
                .isEqualTo(new Notice(
                        "1 of 2 runs could not be deleted. The first: The run is running.",
                        active.path().toString(),
                        "Stop it first."));
        actions.undo().undo();
        assertThat(gone.path()).isDirectory();
        assertThat(list.all()).hasSize(2);
    }

    @Test
    void theTrashAsksBeforeItDeletesForGood() throws IOException {
        RunDirectory a = fake.finished("1-a", "a");
        RunDirectory b = fake.finished("2-b", "b");
        choose("1-a", "2-b");
        actions.delete();
        trash.show();
        assertThat(trash.runs()).hasSize(2);
        trash.ask(trash.runs());
        trash.keep();
        trash.confirm();
        assertThat(trash.runs()).hasSize(2);
        trash.ask(trash.runs().stream().filter(t -> t.id().equals("1-a")).toList());
        trash.confirm();
        assertThat(trash.runs()).hasSize(1);
        trash.restore(trash.runs());
        assertThat(trash.runs()).isEmpty();
        assertThat(a.path()).doesNotExist();
        assertThat(b.path()).isDirectory();
    }

    @Test
    void archivingTogglesAndColoursAreKept() throws IOException {
        RunDirectory run = fake.finished("1-a", "a");
        choose("1-a");
        actions.toggleArchived();
        assertThat(meta(run).archived()).isTrue();
        assertThat(list.shown()).isEmpty();
        actions.undo().undo();
        assertThat(list.shown()).hasSize(1);
        actions.colour(4);
        assertThat(list.selection().getFirst().colourProperty().get()).isEqualTo(4);
    }

    @Test
    void comparingTogglesAllOfTheSelection() throws IOException {
        fake.finished("1-a", "a");
        fake.finished("2-b", "b");
        compared.add("1-a");
        choose("1-a", "2-b");
        actions.toggleCompared();
        assertThat(compared.ids()).containsExactly("1-a", "2-b");
        actions.toggleCompared();
        assertThat(compared.ids()).isEmpty();
    }

    @Test
    void onlyRunsThatEndedEarlyGoOnAndARefusalIsTold() throws IOException {
        fake.finished("1-a", "a");
        fake.status(fake.create("2-b", "b", "relu"), RunState.CANCELLED, FakeRuns.DEAD, "stopped");
        fake.status(fake.create("9-c", "c", "relu"), RunState.FAILED, FakeRuns.DEAD, "no");
        choose("1-a");
        assertThat(actions.canRetryProperty().get()).isFalse();
        choose("1-a", "2-b", "9-c");
        assertThat(actions.canRetryProperty().get()).isTrue();
        actions.retry();
        assertThat(retried).containsExactly("2-b");
        assertThat(notices.noticeProperty().get().orElseThrow().title()).isEqualTo("The checkpoint is damaged.");
    }

    @Test
    void pathsAndNamesAreCopiedALineEach() throws IOException {
        fake.finished("1-a", "a");
        fake.finished("2-b", "b");
        choose("1-a", "2-b");
        actions.copyIds();
        actions.copyPaths();
        assertThat(copied).containsExactly("2-b\n1-a", root.resolve("2-b") + "\n" + root.resolve("1-a"));
    }

    @Test
    void whatCannotBeWrittenIsToldAndTheOthersAreChanged() throws IOException {
        RunDirectory damaged = fake.finished("1-a", "a");
        Files.writeString(damaged.meta(), "{");
        RunDirectory whole = fake.finished("2-b", "b");
        choose("1-a", "2-b");
        actions.toggleArchived();
        assertThat(meta(whole).archived()).isTrue();
        assertThat(notices.noticeProperty().get().orElseThrow().detail())
                .startsWith(damaged.meta().toString());
        assertThat(damaged.meta()).hasContent("{");
    }
}
