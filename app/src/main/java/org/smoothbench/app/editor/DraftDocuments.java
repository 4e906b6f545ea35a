package org.smoothbench.app.editor;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SpecificationText;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.SettingTree;

/** Specifications and studies as files that people keep. Any thread but the FX thread. */
final class DraftDocuments {

    private DraftDocuments() {}

    /**
     * Reads a specification, which may have mistakes, or a study with several values.
     *
     * @param kind what the draft says that it began from
     * @throws org.smoothbench.core.problem.ProblemException if the file cannot be read or is no JSON object
     */
    static Draft read(Path file, Origin.Kind kind) {
        String text = ExperimentFile.content(file);
        return switch (SpecificationText.parse(text)) {
            case SpecificationText.Broken(String what, int line, int column, String _) ->
                throw new Problem.Specification(what, file + ":" + line + ":" + column, "mend the JSON there")
                        .asException();
            case SpecificationText.Tree(JsonElement json)
            when json instanceof JsonObject object ->
                DraftFile.isDraft(object) ? study(text, file) : specification(object, file, kind);
            case SpecificationText.Tree _ ->
                throw new Problem.Specification("is no JSON object", file.toString(), "give a specification")
                        .asException();
        };
    }

    private static Draft study(String text, Path file) {
        try {
            return DraftFile.read(text);
        } catch (JsonParseException | IllegalStateException | ClassCastException | UnsupportedOperationException e) {
            throw new Problem.Specification("is a damaged study", file.toString(), "give another file").asException(e);
        }
    }

    private static Draft specification(JsonObject json, Path file, Origin.Kind kind) {
        JsonObject whole = json.deepCopy();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && whole.has("data")) {
            // Paths are relative to the file, which the editor does not keep to.
            Optional.ofNullable(new RecordReader().readVariant(DataSpec.class, whole.get("data"), "$.data"))
                    .map(data -> data.resolve(folder))
                    .ifPresent(data -> whole.add("data", new RecordWriter().write((Record) data)));
        }
        String name = String.valueOf(file.getFileName());
        return Draft.of(new Origin(
                kind,
                kind == Origin.Kind.SAMPLE ? name.replaceFirst("\\.json$", "") : name,
                new SettingTree(Experiment.class, whole)));
    }

    /**
     * Writes a plain specification, or a study where settings have several values.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it cannot be written; an older file stays as it was
     */
    static void write(Draft draft, Path file) {
        String text = draft.several().isEmpty()
                ? new GsonBuilder()
                                .setPrettyPrinting()
                                .disableHtmlEscaping()
                                .create()
                                .toJson(draft.tree().json())
                        + "\n"
                : DraftFile.write(draft);
        try {
            WholeFile.replace(file, text);
        } catch (IOException e) {
            throw new Problem.Usage(
                            "cannot be written (" + e.getMessage() + ")", file.toString(), "choose another place")
                    .asException(e);
        }
    }
}
