package org.smoothbench.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.preset.Presets;

/** Two specifications beside each other, of runs or presets. FX thread only. */
public final class DiffViewModel {

    /** What can be chosen: a run or a preset. */
    public record Choice(String key, String name) {}

    private static final String RUN = "run ";
    private static final String PRESET = "preset ";

    private final RunListViewModel list;
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObservableList<Choice> choicesToRead = FXCollections.unmodifiableObservableList(choices);
    private final ObjectProperty<Optional<Choice>> left = new SimpleObjectProperty<>(this, "left", Optional.empty());
    private final ObjectProperty<Optional<Choice>> right = new SimpleObjectProperty<>(this, "right", Optional.empty());
    private final BooleanProperty all = new SimpleBooleanProperty(this, "all");
    private final ReadOnlyObjectWrapper<List<SettingsDiff.Line>> lines =
            new ReadOnlyObjectWrapper<>(this, "lines", List.of());
    private List<Choice> presets = List.of();
    private boolean wanted;
    /** Specifications do not change, and making one of a preset takes a moment. */
    private final Map<String, Specification> known = new HashMap<>();

    DiffViewModel(RunListViewModel list) {
        this.list = list;
        left.subscribe((_, _) -> compare());
        right.subscribe((_, _) -> compare());
        all.subscribe((_, _) -> compare());
    }

    /** Runs, newest first, and presets. */
    public ObservableList<Choice> choices() {
        return choicesToRead;
    }

    /** The one side. */
    public ObjectProperty<Optional<Choice>> leftProperty() {
        return left;
    }

    /** The other side. */
    public ObjectProperty<Optional<Choice>> rightProperty() {
        return right;
    }

    /** Whether settings that agree are listed, too. */
    public BooleanProperty allProperty() {
        return all;
    }

    /** The settings of both. */
    ReadOnlyObjectProperty<List<SettingsDiff.Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** Begins to say what can be chosen, as presets take a moment that the start does without. */
    void want() {
        if (!wanted) {
            wanted = true;
            presets = new Presets()
                    .all().stream()
                            .map(preset -> new Choice(PRESET + preset.name(), "preset " + preset.name()))
                            .toList();
            refresh();
        }
    }

    /** Begins with two runs, as long as nothing has been chosen: the first ones that have a specification. */
    void propose(List<String> runIds) {
        if (left.get().isPresent() || right.get().isPresent()) {
            return;
        }
        List<Choice> proposed = runIds.stream()
                .flatMap(id -> choices.stream().filter(choice -> choice.key().equals(RUN + id)))
                .limit(2)
                .toList();
        if (proposed.size() == 2) {
            left.set(Optional.of(proposed.getFirst()));
            right.set(Optional.of(proposed.getLast()));
        }
    }

    void refresh() {
        if (!wanted) {
            return;
        }
        List<Choice> now = new ArrayList<>(list.all().stream()
                .filter(row -> row.now().summary().experiment().isPresent())
                .map(row -> new Choice(RUN + row.id(), row.now().title() + "  (" + row.id() + ")"))
                .toList());
        now.addAll(presets);
        if (!choices.equals(now)) {
            choices.setAll(now);
            compare();
        }
    }

    /** Chooses by key, now or never. */
    void choose(ObjectProperty<Optional<Choice>> side, String key) {
        want();
        choices.stream()
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .ifPresent(choice -> side.set(Optional.of(choice)));
    }

    private void compare() {
        Optional<Specification> one = left.get().flatMap(this::specification);
        Optional<Specification> other = right.get().flatMap(this::specification);
        lines.set(
                one.isPresent() && other.isPresent() ? SettingsDiff.of(one.get(), other.get(), all.get()) : List.of());
    }

    private Optional<Specification> specification(Choice choice) {
        if (!known.containsKey(choice.key())) {
            settings(choice)
                    .ifPresent(found -> known.put(choice.key(), new Specification(choice.key(), choice.name(), found)));
        }
        return Optional.ofNullable(known.get(choice.key()));
    }

    private Optional<Map<String, String>> settings(Choice choice) {
        if (choice.key().startsWith(PRESET)) {
            String name = choice.key().substring(PRESET.length());
            return new Presets()
                    .all().stream()
                            .filter(preset -> preset.name().equals(name))
                            .findFirst()
                            .map(preset ->
                                    FlatSettings.of(PresetData.installed().shown(preset, Optional.empty())));
        }
        return list.all().stream()
                .filter(row -> choice.key().equals(RUN + row.id()))
                .findFirst()
                .map(RunRowViewModel::now)
                .flatMap(now -> now.summary().experiment())
                .map(FlatSettings::of);
    }
}
