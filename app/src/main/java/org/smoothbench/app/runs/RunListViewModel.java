package org.smoothbench.app.runs;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.run.RunSummary;

/**
 * The runs, which of them are shown in which order, and which are selected: one whose page is shown, and possibly more that
 * commands are for. FX thread only.
 */
public final class RunListViewModel {

    private final ObservableList<RunRowViewModel> all = FXCollections.observableArrayList();
    private final Set<RunRowViewModel> fitting = new HashSet<>();
    private final ObservableList<RunRowViewModel> shown = FXCollections.observableArrayList();
    private final ObservableList<RunListItem> lines = FXCollections.observableArrayList();
    private final ObservableList<RunRowViewModel> selection = FXCollections.observableArrayList();
    // Held on to: views of lists listen weakly, so that one nobody keeps falls silent.
    private final ObservableList<RunRowViewModel> allView = FXCollections.unmodifiableObservableList(all);
    private final ObservableList<RunRowViewModel> shownView = FXCollections.unmodifiableObservableList(shown);
    private final ObservableList<RunListItem> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ObservableList<RunRowViewModel> selectionView = FXCollections.unmodifiableObservableList(selection);
    private final ListChoices choices = new ListChoices();
    private final ReadOnlyObjectWrapper<@Nullable RunRowViewModel> selected =
            new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper(this, "arranging");
    private final ObservableValue<Optional<RunNow>> selectedNow = selected.flatMap(
                    row -> Objects.requireNonNull(row).nowProperty())
            .map(Optional::of)
            .orElse(Optional.empty());
    private final ReadOnlyStringWrapper countText = new ReadOnlyStringWrapper(this, "countText", "");
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper(this, "emptyText", "Reading…");
    private final ReadOnlyStringWrapper folderTrouble = new ReadOnlyStringWrapper(this, "folderTrouble", "");
    private Map<String, List<RunRowViewModel>> groups = Map.of();
    private Set<String> chosen = Set.of();
    private Optional<String> wantedId;
    private int selectedPlace;
    private int unread;

    /** A list that has read nothing yet; the wanted run is selected as soon as it is seen. */
    public RunListViewModel(Optional<String> wantedId) {
        this.wantedId = wantedId;
        choices.filterProperty().subscribe((_, _) -> refit());
        choices.archivedProperty().subscribe((_, _) -> refit());
        choices.groupingProperty().subscribe((_, _) -> arrange());
        choices.sortingProperty().subscribe((_, _) -> arrange());
    }

    /** Takes over what was read. Rows stay the same objects, so selection and scrolling stay too. */
    public void show(List<RunSummary> runs) {
        Map<String, String> titles = RunTitles.of(runs);
        Map<String, RunSummary> left = new HashMap<>();
        runs.forEach(run -> left.put(run.id(), run));
        boolean changed = fitting.removeIf(row -> !left.containsKey(row.id()));
        changed |= all.removeIf(row -> !left.containsKey(row.id()));
        for (RunRowViewModel row : all) {
            RunSummary summary = left.remove(row.id());
            if (summary != null && row.show(summary, titles.getOrDefault(row.id(), row.id()))) {
                fit(row);
                changed = true;
            }
        }
        changed |= !left.isEmpty();
        add(runs, left.keySet(), titles);
        if (changed) {
            arrange();
        }
        settleSelection();
        settleCount();
        loaded.set(true);
    }

    /** Says what is wrong with the folder; the runs stay as they were last read. Empty if nothing is. */
    public void trouble(String text) {
        folderTrouble.set(text.isEmpty() || all.isEmpty() ? text : text + ". The runs below are as last read.");
    }

    /** Says that the folder was read, and whether it can be written. */
    public void folderRead(boolean writable) {
        folderTrouble.set(
                writable
                        ? ""
                        : "The runs folder is read-only: runs can be looked at, but not started, changed or deleted.");
    }

    /** What is wrong with the folder, and that the runs are not up to date; empty if nothing is. */
    public ReadOnlyStringProperty folderTroubleProperty() {
        return folderTrouble.getReadOnlyProperty();
    }

    /** How many runs are shown, and of how many if not of all. */
    public ReadOnlyStringProperty countText() {
        return countText.getReadOnlyProperty();
    }

    /** Why no run is shown, for when none is. */
    public ReadOnlyStringProperty emptyText() {
        return emptyText.getReadOnlyProperty();
    }

    private void settleCount() {
        String count = shown.size() == all.size()
                ? Integer.toString(all.size())
                : choices.searchProperty().get().isBlank()
                        ? shown.size() + " · " + (all.size() - shown.size()) + " archived"
                        : shown.size() + " of " + all.size();
        countText.set(unread == 0 ? count : count + ", reading " + unread + " more…");
        emptyText.set(all.isEmpty() ? "No runs yet" : "No run matches");
    }

    /** Takes over what was read while so many more runs are still to be read. */
    public void show(List<RunSummary> runs, int stillToBeRead) {
        unread = stillToBeRead;
        show(runs);
    }

    /** Takes up choices that were remembered. */
    public void restore(JsonObject state) {
        choices.restore(state);
        arrange();
    }

    /** What stays is in the order of the snapshot already, so each missing one has its place. */
    private void add(List<RunSummary> runs, Set<String> missing, Map<String, String> titles) {
        if (all.isEmpty()) {
            List<RunRowViewModel> rows =
                    runs.stream().map(run -> row(run, titles)).toList();
            rows.forEach(this::fit);
            all.setAll(rows);
            return;
        }
        for (int i = 0; i < runs.size(); i++) {
            if (missing.contains(runs.get(i).id())) {
                RunRowViewModel row = row(runs.get(i), titles);
                fit(row);
                all.add(i, row);
            }
        }
    }

    private static RunRowViewModel row(RunSummary run, Map<String, String> titles) {
        return new RunRowViewModel(run, titles.getOrDefault(run.id(), run.id()));
    }

    /** The lines of the list: runs that match the search, under their headings. */
    public ObservableList<RunListItem> lines() {
        return linesView;
    }

    /** The runs that match the search, in their order, those of collapsed groups too. */
    public ObservableList<RunRowViewModel> shown() {
        return shownView;
    }

    /** All runs, newest first. */
    public ObservableList<RunRowViewModel> all() {
        return allView;
    }

    /** Search, groups and order. */
    public ListChoices choices() {
        return choices;
    }

    /** What is searched for. */
    public StringProperty searchProperty() {
        return choices.searchProperty();
    }

    /** Whether the folder has been read at least once. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The run whose page is shown; null if there is none. A search that hides it does not change it. */
    public ReadOnlyObjectProperty<@Nullable RunRowViewModel> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What is known of the selected run; changes with the selection and with each news of that run. */
    public ObservableValue<Optional<RunNow>> selectedNowProperty() {
        return selectedNow;
    }

    /** The run whose page is shown, if any. */
    public Optional<RunRowViewModel> selected() {
        return Optional.ofNullable(selected.get());
    }

    /** The runs that commands are for, in the order of the list; live. A selected heading stands for its runs. */
    public ObservableList<RunRowViewModel> selection() {
        return selectionView;
    }

    /** The keys of the lines that are selected. */
    Set<String> chosen() {
        return chosen;
    }

    /** True while lines change, when a view's selection means nothing. */
    ReadOnlyBooleanProperty arrangingProperty() {
        return arranging.getReadOnlyProperty();
    }

    /** Selects one run, now or as soon as it is seen. */
    public void select(String id) {
        wantedId = Optional.of(id);
        chosen = Set.of(id);
        settleSelection();
    }

    /**
     * Selects lines.
     *
     * @param keys the lines, of which those that are gone count for nothing
     * @param lead the run whose page is to be shown; empty to leave that as it is
     */
    void choose(Collection<String> keys, Optional<String> lead) {
        chosen = new LinkedHashSet<>(keys);
        if (lead.isPresent()) {
            wantedId = lead;
        }
        settleSelection();
    }

    /** Collapses a group, or opens it. */
    public void toggle(GroupHeading heading) {
        choices.toggle(heading.group());
        arrange();
    }

    private void fit(RunRowViewModel row) {
        RunSummary run = row.now().summary();
        boolean fits = (choices.archivedProperty().get() || !run.meta().archived())
                && choices.filterProperty().get().matches(run);
        var _ = fits ? fitting.add(row) : fitting.remove(row);
    }

    private void refit() {
        all.forEach(this::fit);
        arrange();
    }

    private void arrange() {
        RunArrangement arrangement = choices.arrangement();
        List<RunRowViewModel> sorted =
                arrangement.sorted(all.stream().filter(fitting::contains).toList());
        groups = arrangement.groups(sorted);
        arranging.set(true);
        ListUpdate.apply(shown, sorted);
        ListUpdate.apply(lines, arrangement.lines(groups));
        settleSelection();
        settleCount();
        arranging.set(false);
    }

    private void settleSelection() {
        Optional<RunRowViewModel> wanted = all.stream()
                .filter(row -> wantedId.filter(row.id()::equals).isPresent())
                .findFirst();
        if (wanted.isPresent()) {
            selected.set(wanted.get());
        } else if (selected.get() == null || !all.contains(selected.get())) {
            // Its neighbour in the list, so that deleting one run after another stays in place.
            int place = Math.min(selectedPlace, shown.size() - 1);
            selected.set(place >= 0 ? shown.get(place) : all.isEmpty() ? null : all.getFirst());
        }
        selectedPlace = Math.max(0, shown.indexOf(selected.get()));
        List<RunRowViewModel> runs = new ArrayList<>();
        groups.forEach((group, rows) -> {
            boolean whole = chosen.contains(new GroupHeading(group, "", 1, false).key());
            rows.stream().filter(row -> whole || chosen.contains(row.key())).forEach(runs::add);
        });
        if (runs.isEmpty()) {
            selected().ifPresent(runs::add);
        }
        ListUpdate.apply(selection, runs);
    }
}
