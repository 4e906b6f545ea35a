package org.smoothbench.core.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strict JSON as text: read to a tree, or to the place and kind of what is no JSON. */
public sealed interface SpecificationText {

    /** The text is JSON. */
    record Tree(JsonElement json) implements SpecificationText {}

    /**
     * The text is no JSON.
     *
     * @param what is wrong, as one clause
     * @param line counted from 1; 0 if it is unknown
     * @param column counted from 1; 0 if it is unknown
     * @param path of the value that was being read; empty if it is unknown
     */
    record Broken(String what, int line, int column, String path) implements SpecificationText {}

    /** Reads a text. */
    static SpecificationText parse(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement tree = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("text after the end of the JSON document");
            }
            UniqueKeys.require(text);
            return new Tree(tree);
        } catch (JsonParseException | IOException e) {
            return broken(text, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private static Broken broken(String text, String message) {
        if (text.isBlank()) {
            return new Broken("the file is empty", 0, 0, "");
        }
        Matcher place =
                Pattern.compile("line (\\d+) column (\\d+)(?: path (\\S+))?").matcher(message);
        String what = "not valid JSON: " + firstClause(message);
        return place.find()
                ? new Broken(
                        what,
                        Integer.parseInt(place.group(1)),
                        Integer.parseInt(place.group(2)),
                        place.group(3) == null ? "" : place.group(3))
                : new Broken(what, 0, 0, "");
    }

    /** Gson's messages carry the exception's name in front and advice with an address behind. */
    private static String firstClause(String message) {
        String line = message.lines().findFirst().orElse("unreadable");
        int exception = line.indexOf("Exception: ");
        String clause = exception >= 0 ? line.substring(exception + "Exception: ".length()) : line;
        return clause.replaceAll(" at (line|path) .*", "")
                .replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept m", "m");
    }
}
