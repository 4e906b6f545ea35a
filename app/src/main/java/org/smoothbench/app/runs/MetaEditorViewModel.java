package org.smoothbench.app.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.smoothbench.core.run.RunMeta;

/**
 * Edits name, study, tags and notes of one run or several. Only what is changed here is written, so what differs between the
 * runs stays different. Nothing that was typed is lost without a word: it is saved before other runs are edited and when
 * the window closes, and stays, to be copied, when its runs are gone. FX thread only.
 */
public final class MetaEditorViewModel {

    private final RunEdits edits;
    private final RunListViewModel list;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty study = new SimpleStringProperty(this, "study", "");
    private final StringProperty tags = new SimpleStringProperty(this, "tags", "");
    private final StringProperty notes = new SimpleStringProperty(this, "notes", "");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyBooleanWrapper several = new ReadOnlyBooleanWrapper(this, "several");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyBooleanWrapper canSave = new ReadOnlyBooleanWrapper(this, "canSave");
    private Set<String> ids = Set.of();
    private RunMeta common = RunMeta.NONE;

    /** An editor of nothing; what it edits are runs of the list. */
    public MetaEditorViewModel(RunEdits edits, RunListViewModel list) {
        this.edits = edits;
        this.list = list;
        list.all().addListener((Observable _) -> settle());
    }

    /** Begins to edit runs, if there are any; what was typed for others is saved first. */
    public void edit(List<RunRowViewModel> runs) {
        Set<String> wanted = runs.stream().map(RunRowViewModel::id).collect(Collectors.toSet());
        if (runs.isEmpty() || (open.get() && wanted.equals(ids)) || !leave()) {
            return;
        }
        ids = wanted;
        List<RunRowViewModel> rows = List.copyOf(runs);
        List<RunMeta> metas =
                rows.stream().map(row -> row.now().summary().meta()).toList();
        Set<String> tagsOfAll = new LinkedHashSet<>(metas.getFirst().tags());
        metas.forEach(meta -> tagsOfAll.retainAll(new HashSet<>(meta.tags())));
        common = RunMeta.NONE
                .withName(shared(rows, row -> row.now().summary().name()))
                .withStudy(shared(metas, meta -> meta.study().orElse("")))
                .withNotes(shared(metas, RunMeta::notes))
                .withTags(List.copyOf(tagsOfAll));
        name.set(common.name().orElse(""));
        study.set(common.study().orElse(""));
        notes.set(common.notes());
        tags.set(String.join(", ", common.tags()));
        several.set(rows.size() > 1);
        title.set(rows.size() == 1 ? rows.getFirst().row().name() : rows.size() + " runs");
        trouble.set("");
        canSave.set(true);
        open.set(true);
    }

    /**
     * Saves what was typed and not saved yet, as before other runs are edited or the window closes.
     *
     * @return false if that cannot be, so that what was typed has to stay
     */
    public boolean leave() {
        if (!open.get() || !touched()) {
            return true;
        }
        save();
        return !open.get();
    }

    private boolean touched() {
        return changed(name, common.name().orElse("")).isPresent()
                || changed(study, common.study().orElse("")).isPresent()
                || changed(notes, common.notes()).isPresent()
                || !typedTags().equals(common.tags());
    }

    /** Runs may go while they are edited, and come back when their deletion is undone. */
    private void settle() {
        if (!open.get()) {
            return;
        }
        int left = rows().size();
        if (left == 0 && !touched()) {
            open.set(false);
            return;
        }
        int gone = ids.size() - left;
        canSave.set(left > 0);
        trouble.set(
                gone == 0
                        ? ""
                        : left > 0
                                ? gone + " of these " + ids.size() + (gone == 1 ? " runs is" : " runs are")
                                        + " gone. Save changes the others."
                                : (ids.size() == 1 ? "This run is gone" : "These runs are gone")
                                        + ": deleted, or moved on disk. What you typed stays here until you close this, and can"
                                        + " be saved if the deletion is undone.");
    }

    private List<RunRowViewModel> rows() {
        return list.all().stream().filter(row -> ids.contains(row.id())).toList();
    }

    private static <T> String shared(List<T> all, Function<T, String> text) {
        List<String> distinct = all.stream().map(text).distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : "";
    }

    /** Writes what was changed. */
    public void save() {
        if (!open.get() || !canSave.get()) {
            return;
        }
        open.set(false);
        Optional<String> newName = changed(name, common.name().orElse(""));
        Optional<String> newStudy = changed(study, common.study().orElse(""));
        Optional<String> newNotes = changed(notes, common.notes());
        List<String> newTags = typedTags();
        List<String> oldTags = common.tags();
        edits.change(rows(), "edited", meta -> {
            RunMeta edited = newName.map(meta::withName).orElse(meta);
            edited = newStudy.map(edited::withStudy).orElse(edited);
            edited = newNotes.map(edited::withNotes).orElse(edited);
            return edited.withTags(retagged(edited.tags(), oldTags, newTags));
        });
    }

    private List<String> typedTags() {
        return RunMeta.NONE.withTags(Arrays.asList(tags.get().split(",", -1))).tags();
    }

    private static Optional<String> changed(StringProperty text, String before) {
        return Optional.of(text.get()).filter(now -> !now.strip().equals(before.strip()));
    }

    /** What all runs had and no longer shall goes; what is new comes; a run's own tags stay. */
    private static List<String> retagged(List<String> own, List<String> before, List<String> after) {
        List<String> tags = new ArrayList<>(own);
        tags.removeIf(tag -> before.contains(tag) && !after.contains(tag));
        after.stream().filter(tag -> !before.contains(tag)).forEach(tags::add);
        return tags;
    }

    /** Leaves everything as it was. */
    public void cancel() {
        open.set(false);
    }

    /** Whether runs are being edited. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether more than one run is edited, so that an empty field may stand for different texts. */
    public ReadOnlyBooleanProperty severalProperty() {
        return several.getReadOnlyProperty();
    }

    /** Whether there is a run left that can be changed. */
    public ReadOnlyBooleanProperty canSaveProperty() {
        return canSave.getReadOnlyProperty();
    }

    /** That runs are gone, and what becomes of what was typed; empty if all are there. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Which runs are edited, in words. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The name; empty where the runs have different ones. Emptied for a single run, it gives the specification's back. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The study; empty for none, or where the runs belong to different ones. */
    public StringProperty studyProperty() {
        return study;
    }

    /** The tags that all of the runs have, with commas between. */
    public StringProperty tagsProperty() {
        return tags;
    }

    /** The notes; empty where they differ. */
    public StringProperty notesProperty() {
        return notes;
    }
}
