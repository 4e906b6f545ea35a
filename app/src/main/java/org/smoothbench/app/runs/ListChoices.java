package org.smoothbench.app.runs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.runs.filter.FilterMistake;
import org.smoothbench.app.runs.filter.RunFilter;

/** What is shown of the runs, and in which order: the search, groups, sorting, archived ones. FX thread only. */
public final class ListChoices {

    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyObjectWrapper<RunFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter", RunFilter.ALL);
    private final ReadOnlyObjectWrapper<Optional<FilterMistake>> mistake =
            new ReadOnlyObjectWrapper<>(this, "mistake", Optional.empty());
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(this, "grouping", Grouping.STUDY);
    private final ObjectProperty<Sorting> sorting = new SimpleObjectProperty<>(this, "sorting", Sorting.NEWEST);
    private final BooleanProperty archived = new SimpleBooleanProperty(this, "archived");
    private final BooleanProperty table = new SimpleBooleanProperty(this, "table");
    private final Set<String> collapsed = new HashSet<>();

    /** The usual choices. */
    public ListChoices() {
        search.subscribe(text -> {
            switch (RunFilter.parse(text)) {
                case RunFilter valid -> {
                    mistake.set(Optional.empty());
                    filter.set(valid);
                }
                case FilterMistake wrong -> mistake.set(Optional.of(wrong));
            }
        });
    }

    /** What is searched for; see {@link RunFilter}. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The last search that could be understood. */
    public ReadOnlyObjectProperty<RunFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** What is wrong with the search as it stands. */
    public ReadOnlyObjectProperty<Optional<FilterMistake>> mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    /** What runs of one group have in common. */
    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    /** The order within a group. */
    public ObjectProperty<Sorting> sortingProperty() {
        return sorting;
    }

    /** Whether archived runs are shown, too. */
    public BooleanProperty archivedProperty() {
        return archived;
    }

    /** Whether runs are shown as a table with many columns instead of a list. */
    public BooleanProperty tableProperty() {
        return table;
    }

    RunArrangement arrangement() {
        return new RunArrangement(grouping.get(), sorting.get(), Set.copyOf(collapsed));
    }

    void toggle(String group) {
        if (!collapsed.remove(group)) {
            collapsed.add(group);
        }
    }

    /** Everything but the search, to be found again after a restart. */
    public JsonObject state() {
        JsonObject state = new JsonObject();
        state.addProperty("grouping", grouping.get().name().toLowerCase(Locale.ROOT));
        state.addProperty("sorting", sorting.get().name().toLowerCase(Locale.ROOT));
        state.addProperty("archived", archived.get());
        state.addProperty("table", table.get());
        JsonArray groups = new JsonArray();
        collapsed.stream().sorted().forEach(groups::add);
        state.add("collapsed", groups);
        return state;
    }

    /** Takes up what {@link #state} gave; passes over whatever it does not understand. */
    public void restore(JsonObject state) {
        if (state.get("collapsed") instanceof JsonArray groups) {
            collapsed.clear();
            for (JsonElement group : groups) {
                text(group).ifPresent(collapsed::add);
            }
        }
        named(Grouping.values(), state.get("grouping")).ifPresent(grouping::set);
        named(Sorting.values(), state.get("sorting")).ifPresent(sorting::set);
        flag(state.get("archived")).ifPresent(archived::set);
        flag(state.get("table")).ifPresent(table::set);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, @Nullable JsonElement name) {
        return text(name)
                .flatMap(text -> Arrays.stream(values)
                        .filter(value -> value.name().equalsIgnoreCase(text))
                        .findFirst());
    }

    private static Optional<String> text(@Nullable JsonElement element) {
        return element instanceof JsonPrimitive text && text.isString()
                ? Optional.of(text.getAsString())
                : Optional.empty();
    }

    private static Optional<Boolean> flag(@Nullable JsonElement element) {
        return element instanceof JsonPrimitive flag && flag.isBoolean()
                ? Optional.of(flag.getAsBoolean())
                : Optional.empty();
    }
}
