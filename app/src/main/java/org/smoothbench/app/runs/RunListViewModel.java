package org.smoothbench.app.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.run.RunSummary;

/** The runs, the search among them, and which one is selected. FX thread only. */
public final class RunListViewModel {

    private final ObservableList<RunRowViewModel> all = FXCollections.observableArrayList();
    private final FilteredList<RunRowViewModel> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyObjectWrapper<@Nullable RunRowViewModel> selected =
            new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ObservableValue<Optional<RunNow>> selectedNow = selected.flatMap(
                    row -> Objects.requireNonNull(row).nowProperty())
            .map(Optional::of)
            .orElse(Optional.empty());
    private Optional<String> wantedId;

    /** A list that has read nothing yet; the wanted run is selected as soon as it is seen. */
    public RunListViewModel(Optional<String> wantedId) {
        this.wantedId = wantedId;
        search.subscribe(_ -> filter());
    }

    /** Takes over what was read. Rows stay the same objects, so selection and scrolling stay too. */
    public void show(List<RunSummary> runs) {
        Map<String, RunSummary> left = new HashMap<>();
        runs.forEach(run -> left.put(run.id(), run));
        all.removeIf(row -> !left.containsKey(row.id()));
        all.forEach(row -> Optional.ofNullable(left.remove(row.id())).ifPresent(summary -> {
            var _ = row.show(summary);
        }));
        for (int i = 0; i < runs.size(); i++) {
            // What stays is in the order of the snapshot already, so each missing one has its place here.
            if (left.containsKey(runs.get(i).id())) {
                all.add(i, new RunRowViewModel(runs.get(i)));
            }
        }
        if (!search.get().isBlank()) {
            filter();
        }
        settleSelection();
        loaded.set(true);
    }

    /** The runs that match the search, newest first. */
    public ObservableList<RunRowViewModel> shown() {
        return shown;
    }

    /** All runs, newest first. */
    public ObservableList<RunRowViewModel> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /** Words that must all occur in a row's name, network or state. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Whether the folder has been read at least once. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The selected run; null if there is none. A search that hides it does not change it. */
    public ReadOnlyObjectProperty<@Nullable RunRowViewModel> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What is known of the selected run; changes with the selection and with each news of that run. */
    public ObservableValue<Optional<RunNow>> selectedNowProperty() {
        return selectedNow;
    }

    /** The selected run, if any. */
    public Optional<RunRowViewModel> selected() {
        return Optional.ofNullable(selected.get());
    }

    /** Selects a run, now or as soon as it is seen. */
    public void select(String id) {
        wantedId = Optional.of(id);
        settleSelection();
    }

    private void settleSelection() {
        Optional<RunRowViewModel> wanted = all.stream()
                .filter(row -> wantedId.filter(row.id()::equals).isPresent())
                .findFirst();
        if (wanted.isPresent()) {
            selected.set(wanted.get());
        } else if (selected.get() == null || !all.contains(selected.get())) {
            selected.set(all.isEmpty() ? null : all.getFirst());
        }
    }

    private void filter() {
        String words = search.get();
        shown.setPredicate(words.isBlank() ? null : row -> row.row().matches(words));
    }
}
