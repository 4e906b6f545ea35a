package org.smoothbench.app.follow;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;

/**
 * Something that happened in a run; one line of {@code events.jsonl}.
 *
 * @param timeMillis when, milliseconds since 1970
 * @param type what kind of thing, such as {@code resumed}
 * @param message the same in words
 */
public record RunEvent(long timeMillis, String type, String message) {

    /** Reads a line; empty if it is damaged. */
    static Optional<RunEvent> read(String line) {
        try {
            JsonObject object = JsonParser.parseString(line).getAsJsonObject();
            if (!object.has("time") || !object.has("type")) {
                return Optional.empty();
            }
            String message = object.has("message") ? object.get("message").getAsString() : "";
            return Optional.of(new RunEvent(
                    object.get("time").getAsLong(), object.get("type").getAsString(), message));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
