package org.smoothbench.app.editor;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.schema.SettingTree;

/** Keeps a draft in a file, several values and origin included. Any thread. */
public final class DraftFile {

    private static final String SPECIFICATION = "specification";

    private final Path file;

    /** The draft in a file, which need not exist. */
    public DraftFile(Path file) {
        this.file = file;
    }

    /**
     * What was found.
     *
     * @param draft the draft, if a whole one was there
     * @param trouble why there is none, as a sentence; empty if there simply was none yet
     */
    public record Found(Optional<Draft> draft, String trouble) {}

    /** Reads the draft; a damaged one is put aside, so that the next does not overwrite it. */
    public Found load() {
        try {
            return new Found(Optional.of(read(Files.readString(file))), "");
        } catch (NoSuchFileException _) {
            return new Found(Optional.empty(), "");
        } catch (IOException e) {
            return new Found(Optional.empty(), "The last draft cannot be read: " + file + " (" + e.getMessage() + ").");
        } catch (JsonParseException | IllegalStateException | ClassCastException | UnsupportedOperationException _) {
            return new Found(Optional.empty(), "The last draft was damaged; " + putAside());
        }
    }

    private String putAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return "it is kept as " + aside + ".";
        } catch (IOException e) {
            return "it could not be put aside (" + e.getMessage() + ").";
        }
    }

    /** Replaces the draft. */
    public void save(Draft draft) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        WholeFile.replace(file, write(draft));
    }

    /** Whether JSON is a draft rather than a plain specification. */
    static boolean isDraft(JsonObject json) {
        return json.has(SPECIFICATION);
    }

    /** A draft as JSON. */
    static String write(Draft draft) {
        JsonObject json = new JsonObject();
        json.add(SPECIFICATION, draft.tree().json());
        JsonObject several = new JsonObject();
        draft.several().forEach((path, values) -> {
            JsonArray array = new JsonArray();
            values.forEach(array::add);
            several.add(path, array);
        });
        json.add("several", several);
        JsonObject origin = new JsonObject();
        origin.addProperty("kind", draft.origin().kind().name());
        origin.addProperty("name", draft.origin().name());
        origin.addProperty("published", draft.origin().published());
        JsonArray deviations = new JsonArray();
        draft.origin().deviations().forEach(deviations::add);
        origin.add("deviations", deviations);
        origin.add("base", draft.origin().base().json());
        json.add("origin", origin);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json) + "\n";
    }

    /**
     * Reads a draft.
     *
     * @throws JsonParseException or another unchecked exception if it is none
     */
    static Draft read(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        Map<String, List<JsonElement>> several = new LinkedHashMap<>();
        SettingTree tree = tree(object(json, SPECIFICATION));
        object(json, "several")
                .asMap()
                .forEach((path, values) ->
                        several.put(path, List.copyOf(values.getAsJsonArray().asList())));
        return new Draft(tree, several, origin(object(json, "origin")));
    }

    private static Origin origin(JsonObject json) {
        return new Origin(
                kind(text(json, "kind")),
                text(json, "name"),
                tree(object(json, "base")),
                json.get("deviations") instanceof JsonArray array
                        ? array.asList().stream().map(JsonElement::getAsString).toList()
                        : List.of(),
                text(json, "published"));
    }

    private static Origin.Kind kind(String name) {
        for (Origin.Kind kind : Origin.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new JsonParseException("no origin is a " + name);
    }

    private static SettingTree tree(JsonObject json) {
        return new SettingTree(Experiment.class, json);
    }

    private static JsonObject object(JsonObject json, String key) {
        if (json.get(key) instanceof JsonObject object) {
            return object;
        }
        throw new JsonParseException("no object " + key);
    }

    private static String text(JsonObject json, String key) {
        return json.get(key) instanceof JsonPrimitive text ? text.getAsString() : "";
    }
}
