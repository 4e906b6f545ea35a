package org.smoothbench.core.experiment;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.Violation;

/** Reads and writes experiment specifications as JSON files. */
public final class ExperimentFile {

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

    /**
     * The text of a specification file.
     *
     * @throws ProblemException with a {@link Problem.Specification} if it cannot be read
     */
    public static String content(Path file) {
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
        return switch (SpecificationText.parse(text)) {
            case SpecificationText.Tree(JsonElement tree) -> tree;
            case SpecificationText.Broken(String what, int line, int column, String path) -> {
                String place = line == 0 ? where : where + ":" + line + ":" + column;
                throw new Problem.Specification(
                                what, path.isEmpty() ? place : place + " " + path, "mend the JSON there")
                        .asException();
            }
        };
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
