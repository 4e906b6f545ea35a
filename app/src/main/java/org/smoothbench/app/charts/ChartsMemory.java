package org.smoothbench.app.charts;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import org.smoothbench.viz.chart.Range;

/** What the page finds again after a restart, as JSON. */
final class ChartsMemory {

    private ChartsMemory() {}

    static JsonObject of(ChartsViewModel model) {
        JsonObject state = new JsonObject();
        state.addProperty("x", model.xProperty().get().key());
        state.addProperty("smoothing", model.smoothingProperty().get());
        state.addProperty("means", model.meansProperty().get());
        state.addProperty("events", model.eventsProperty().get());
        state.add("pins", names(model.pins()));
        state.add("logX", names(marked(model, CardViewModel::logXProperty)));
        state.add("logY", names(marked(model, CardViewModel::logYProperty)));
        model.enlargedProperty()
                .get()
                .ifPresent(card -> state.addProperty("enlarged", card.spec().id()));
        Range zoom = model.zoomProperty().get();
        if (zoom != null) {
            JsonArray ends = new JsonArray();
            ends.add(zoom.min());
            ends.add(zoom.max());
            state.add("zoom", ends);
        }
        return state;
    }

    /** Takes up what was kept; whatever is not understood is passed over. */
    static void restore(ChartsViewModel model, JsonObject state) {
        text(state.get("x")).flatMap(ChartX::ofKey).ifPresent(model.xProperty()::set);
        number(state.get("smoothing"))
                .filter(weight -> weight >= 0 && weight <= ChartsViewModel.MOST_SMOOTHING)
                .ifPresent(model.smoothingProperty()::set);
        flag(state.get("means")).ifPresent(model.meansProperty()::set);
        flag(state.get("events")).ifPresent(model.eventsProperty()::set);
        // In their order, since that is the order of the pins.
        for (String pin : names(state.get("pins"))) {
            model.allCards().stream()
                    .filter(card -> card.spec().id().equals(pin))
                    .forEach(card -> card.pinnedProperty().set(true));
        }
        for (CardViewModel card : model.allCards()) {
            card.logXProperty()
                    .set(names(state.get("logX")).contains(card.spec().id()));
            card.logYProperty()
                    .set(names(state.get("logY")).contains(card.spec().id()));
        }
        Optional<String> enlarged = text(state.get("enlarged"));
        model.allCards().stream()
                .filter(card -> enlarged.filter(card.spec().id()::equals).isPresent())
                .findFirst()
                .ifPresent(card -> model.enlargedProperty().set(Optional.of(card)));
        range(state.get("zoom")).ifPresent(model.zoomProperty()::set);
    }

    private static List<String> marked(ChartsViewModel model, Function<CardViewModel, BooleanProperty> flag) {
        return model.allCards().stream()
                .filter(card -> flag.apply(card).get())
                .map(card -> card.spec().id())
                .toList();
    }

    private static JsonArray names(List<String> names) {
        JsonArray array = new JsonArray();
        names.forEach(array::add);
        return array;
    }

    private static List<String> names(JsonElement element) {
        return element instanceof JsonArray array
                ? array.asList().stream().flatMap(one -> text(one).stream()).toList()
                : List.of();
    }

    private static Optional<String> text(JsonElement element) {
        return element instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    private static Optional<Boolean> flag(JsonElement element) {
        return element instanceof JsonPrimitive value && value.isBoolean()
                ? Optional.of(value.getAsBoolean())
                : Optional.empty();
    }

    private static Optional<Double> number(JsonElement element) {
        return element instanceof JsonPrimitive value && value.isNumber()
                ? Optional.of(value.getAsDouble())
                : Optional.empty();
    }

    private static Optional<Range> range(JsonElement element) {
        if (!(element instanceof JsonArray ends) || ends.size() != 2) {
            return Optional.empty();
        }
        Optional<Double> from = number(ends.get(0));
        Optional<Double> to = number(ends.get(1));
        return from.isPresent() && to.isPresent() && from.get() < to.get() && Double.isFinite(to.get() - from.get())
                ? Optional.of(new Range(from.get(), to.get()))
                : Optional.empty();
    }
}
