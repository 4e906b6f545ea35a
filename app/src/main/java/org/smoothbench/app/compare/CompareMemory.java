package org.smoothbench.app.compare;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** What the page finds again after a restart, as JSON. */
final class CompareMemory {

    private CompareMemory() {}

    static JsonObject of(CompareViewModel model) {
        JsonObject state = new JsonObject();
        state.addProperty("sight", model.sightProperty().get().key());
        state.addProperty("overSeeds", model.overSeedsProperty().get());
        JsonArray published = new JsonArray();
        model.published().stream().sorted().map(PublishedSet::key).forEach(published::add);
        state.add("published", published);
        state.addProperty("all", model.diff().allProperty().get());
        return state;
    }

    /** Takes up what was kept; whatever is not understood is passed over. */
    static void restore(CompareViewModel model, JsonObject state) {
        if (state.get("sight") instanceof JsonPrimitive sight) {
            Sight.ofKey(sight.getAsString()).ifPresent(model.sightProperty()::set);
        }
        flag(state.get("overSeeds")).ifPresent(model.overSeedsProperty()::set);
        if (state.get("published") instanceof JsonArray published) {
            published.forEach(one -> PublishedSet.ofKey(one.isJsonPrimitive() ? one.getAsString() : "")
                    .ifPresent(model.published()::add));
        }
        flag(state.get("all")).ifPresent(model.diff().allProperty()::set);
    }

    private static Optional<Boolean> flag(JsonElement element) {
        return element instanceof JsonPrimitive value && value.isBoolean()
                ? Optional.of(value.getAsBoolean())
                : Optional.empty();
    }
}
