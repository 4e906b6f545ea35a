package org.smoothbench.core.evaluation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.problem.Problem;

/**
 * The robustness of a model, with everything a reader needs to judge it by; {@code result.json}.
 *
 * @param schema the version of this format
 * @param label what the robust accuracy may be called, such as {@code AutoAttack standard} or, with a reason, something less
 * @param plan the plan as JSON
 * @param evaluated the model and the images
 * @param examples how many images were used
 * @param clean the share that is right as it is
 * @param robust the share that is right and withstands every attack: the worst case, image by image
 * @param stages what each attack did, in their order
 * @param classes the same by class
 * @param flags reasons to trust the result less; empty if none was found
 * @param seconds the time of all attacks
 * @param environment what it was computed with
 */
public record EvaluationResult(
        int schema,
        String label,
        JsonElement plan,
        EvaluatedModel evaluated,
        int examples,
        Share clean,
        Share robust,
        List<StageResult> stages,
        List<ClassResult> classes,
        List<ReliabilityFlag> flags,
        double seconds,
        EnvironmentReport environment) {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** The version this program writes. */
    public static final int SCHEMA = 1;

    public EvaluationResult {
        stages = List.copyOf(stages);
        classes = List.copyOf(classes);
        flags = List.copyOf(flags);
    }

    /** The result as indented JSON. */
    public String json() {
        return GSON.toJson(this) + "\n";
    }

    /**
     * Reads a result.
     *
     * @throws org.smoothbench.core.problem.ProblemException if the file is none
     */
    public static EvaluationResult read(Path file) throws IOException {
        try {
            EvaluationResult result = GSON.fromJson(Files.readString(file), EvaluationResult.class);
            if (result != null && result.schema() == SCHEMA) {
                return result;
            }
        } catch (JsonParseException _) {
            // Said below, together with files that are JSON but no result.
        }
        throw new Problem.Data(
                        "is no result of this program's version",
                        file.toString(),
                        "remove the folder and evaluate again")
                .asException();
    }
}
