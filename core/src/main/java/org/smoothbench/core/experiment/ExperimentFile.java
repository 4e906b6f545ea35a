package org.smoothbench.core.experiment;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.Violation;

/** Reads and writes experiment specifications as JSON files. */
public final class ExperimentFile {

    private static final Pattern POSITION = Pattern.compile("line (\\d+) column (\\d+)(?: path (\\S+))?");

    /**
     * Reads a specification; its data paths come back absolute, resolved against the file's folder.
     *
     * @param file the JSON file
     * @param changes values to replace or add, by path without {@code $}, such as {@code training.epochs} to {@code 3}; a
     *     value is JSON, or else taken as text
     * @throws ProblemException with a {@link Problem.Specification} for the first thing wrong
     */
    public Experiment read(Path file, Map<String, String> changes) {
        JsonElement tree = parse(content(file), file.toString());
        changes.forEach((path, value) -> change(tree, path, value));
        Path folder = file.toAbsolutePath().getParent();
        Experiment experiment = decode(tree, file.toString());
        return folder == null
                ? experiment
                : experiment.withData(experiment.data().resolve(folder));
    }

    /** Reads a specification as it stands. */
    public Experiment read(Path file) {
        return read(file, Map.of());
    }

    /**
     * An experiment with some settings changed.
     *
     * @param changes as in {@link #read(Path, Map)}; relative paths are resolved against the working directory
     * @param where what the experiment comes from, for messages
     * @throws ProblemException with a {@link Problem.Specification} for the first thing wrong
     */
    public Experiment change(Experiment experiment, Map<String, String> changes, String where) {
        JsonElement tree = new RecordWriter().write(experiment);
        changes.forEach((path, value) -> change(tree, path, value));
        Experiment changed = decode(tree, where);
        return changed.withData(changed.data().resolve(Path.of("")));
    }

    /** The specification as indented JSON that {@link #read} reads back. */
    public String write(Experiment experiment) {
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(new RecordWriter().write(experiment))
                + "\n";
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Problem.Specification("no such file", file.toString(), "check the path").asException(e);
        } catch (CharacterCodingException e) {
            throw new Problem.Specification("not a UTF-8 text file", file.toString(), "give a JSON file")
                    .asException(e);
        } catch (IOException e) {
            String what = Files.isDirectory(file) ? "is a folder, not a specification file" : "cannot be read";
            throw new Problem.Specification(what, file.toString(), "give a readable JSON file").asException(e);
        }
    }

    private static JsonElement parse(String text, String where) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement tree = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("text after the end of the JSON document");
            }
            UniqueKeys.require(text);
            return tree;
        } catch (JsonParseException | IOException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            Matcher position = POSITION.matcher(message);
            String place = position.find() ? where + ":" + place(position) : where;
            String what = text.isBlank() ? "the file is empty" : "not valid JSON: " + firstClause(message);
            throw new Problem.Specification(what, place, "mend the JSON there").asException(e);
        }
    }

    private static String place(Matcher position) {
        String path = position.group(3) == null ? "" : " " + position.group(3);
        return position.group(1) + ":" + position.group(2) + path;
    }

    /** Gson's messages carry the exception's name in front and advice with an address behind. */
    private static String firstClause(String message) {
        String line = message.lines().findFirst().orElse("unreadable");
        int exception = line.indexOf("Exception: ");
        String clause = exception >= 0 ? line.substring(exception + "Exception: ".length()) : line;
        return clause.replaceAll(" at (line|path) .*", "")
                .replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept m", "m");
    }

    private static Experiment decode(JsonElement tree, String where) {
        RecordReader reader = new RecordReader();
        Experiment experiment = reader.read(Experiment.class, tree, "$");
        if (experiment != null) {
            return experiment;
        }
        List<Violation> violations = reader.violations();
        Violation first = violations.getFirst();
        String others = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        throw new Problem.Specification(first.text() + others, where + " " + first.path(), "correct it there")
                .asException();
    }

    private static void change(JsonElement tree, String path, String value) {
        JsonElement target = tree;
        String[] keys = path.split("\\.", -1);
        for (int i = 0; i < keys.length - 1; i++) {
            if (!(target instanceof JsonObject object)) {
                throw notAPath(path);
            }
            JsonElement next = object.get(keys[i]);
            if (next instanceof JsonPrimitive variant && variant.isString()) {
                // A variant written by its bare name gets a place for its settings.
                JsonObject expanded = new JsonObject();
                expanded.add("type", variant);
                next = expanded;
                object.add(keys[i], next);
            } else if (next == null) {
                next = new JsonObject();
                object.add(keys[i], next);
            }
            target = next;
        }
        if (!(target instanceof JsonObject object) || path.isBlank()) {
            throw notAPath(path);
        }
        object.add(keys[keys.length - 1], jsonOrText(value));
    }

    private static ProblemException notAPath(String path) {
        return new Problem.Specification(
                        "\"" + path + "\" leads to no setting", "--set", "write path=value as in training.epochs=3")
                .asException();
    }

    private static JsonElement jsonOrText(String value) {
        try {
            return parse(value, "--set");
        } catch (ProblemException _) {
            return new JsonPrimitive(value);
        }
    }
}
