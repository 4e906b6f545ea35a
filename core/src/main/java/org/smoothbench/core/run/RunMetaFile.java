package org.smoothbench.core.run;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.schema.NearestName;

/**
 * A run's {@code meta.json}. Written by whoever a person sits at, never by a worker; a run without one has nothing said of
 * it. Several threads may read; changes must come one after another.
 */
public final class RunMetaFile {

    private static final List<String> KEYS = List.of("name", "tags", "notes", "colour", "archived", "study");

    private final Path file;

    /** The file of one run. */
    public RunMetaFile(RunDirectory run) {
        file = run.meta();
    }

    /**
     * What it says; {@link RunMeta#NONE} if there is no file.
     *
     * @throws ProblemException if the file cannot be read or says something else than what belongs there
     */
    public RunMeta read() {
        try (JsonReader reader = new JsonReader(new StringReader(Files.readString(file)))) {
            reader.setStrictness(Strictness.STRICT);
            return decode(JsonParser.parseReader(reader));
        } catch (NoSuchFileException _) {
            return RunMeta.NONE;
        } catch (IOException e) {
            throw damaged("name, tags and notes cannot be read: " + e, "");
        } catch (JsonParseException _) {
            throw damaged("name, tags and notes are no valid JSON", "");
        }
    }

    /**
     * Changes what it says; nothing is written if that changes nothing.
     *
     * @return what it says then
     * @throws ProblemException if the file is damaged, since what it held would be lost
     */
    public RunMeta change(UnaryOperator<RunMeta> change) throws IOException {
        RunMeta before = read();
        RunMeta after = change.apply(before);
        if (!after.equals(before)) {
            WholeFile.replace(
                    file,
                    new GsonBuilder()
                                    .setPrettyPrinting()
                                    .disableHtmlEscaping()
                                    .create()
                                    .toJson(encode(after)) + "\n");
        }
        return after;
    }

    private static JsonObject encode(RunMeta meta) {
        JsonObject json = new JsonObject();
        meta.name().ifPresent(name -> json.addProperty("name", name));
        if (!meta.tags().isEmpty()) {
            JsonArray tags = new JsonArray();
            meta.tags().forEach(tags::add);
            json.add("tags", tags);
        }
        if (!meta.notes().isEmpty()) {
            json.addProperty("notes", meta.notes());
        }
        meta.colour().ifPresent(colour -> json.addProperty("colour", colour));
        if (meta.archived()) {
            json.addProperty("archived", true);
        }
        meta.study().ifPresent(study -> json.addProperty("study", study));
        return json;
    }

    private RunMeta decode(JsonElement tree) {
        if (!(tree instanceof JsonObject json)) {
            throw damaged("expected an object with name, tags and notes", "");
        }
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            if (!KEYS.contains(entry.getKey())) {
                throw damaged(
                        "the key \"" + entry.getKey() + "\" is unknown" + NearestName.hint(entry.getKey(), KEYS),
                        " $." + entry.getKey());
            }
        }
        return new RunMeta(
                text(json, "name"),
                tags(json),
                text(json, "notes").orElse(""),
                colour(json),
                archived(json),
                text(json, "study"));
    }

    private Optional<String> text(JsonObject json, String key) {
        return json.has(key) ? Optional.of(text(json.get(key), "$." + key)) : Optional.empty();
    }

    private String text(JsonElement value, String path) {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw damaged("expected a text", " " + path);
    }

    private List<String> tags(JsonObject json) {
        List<String> tags = new ArrayList<>();
        if (json.has("tags")) {
            if (!(json.get("tags") instanceof JsonArray array)) {
                throw damaged("expected a list of texts", " $.tags");
            }
            for (int i = 0; i < array.size(); i++) {
                tags.add(text(array.get(i), "$.tags[" + i + "]"));
            }
        }
        return tags;
    }

    private OptionalInt colour(JsonObject json) {
        if (!json.has("colour")) {
            return OptionalInt.empty();
        }
        try {
            if (json.get("colour") instanceof JsonPrimitive primitive && primitive.isNumber()) {
                int index = primitive.getAsBigDecimal().intValueExact();
                if (index >= 0) {
                    return OptionalInt.of(index);
                }
            }
        } catch (ArithmeticException | NumberFormatException _) {
            // Not whole, or too large: told below.
        }
        throw damaged("expected the index of a colour, a whole number from 0", " $.colour");
    }

    private boolean archived(JsonObject json) {
        if (!json.has("archived")) {
            return false;
        }
        if (json.get("archived") instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw damaged("expected true or false", " $.archived");
    }

    private ProblemException damaged(String what, String path) {
        return new Problem.Data(
                        what,
                        file + path,
                        "correct it there, or delete the file, which holds only name, tags, notes and colour")
                .asException();
    }
}
