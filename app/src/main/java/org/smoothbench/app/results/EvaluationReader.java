package org.smoothbench.app.results;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.results.EvaluationEntry.Figures;
import org.smoothbench.core.evaluation.EvaluationDirectory;
import org.smoothbench.core.evaluation.EvaluationResult;
import org.smoothbench.core.evaluation.ReliabilityFlag;
import org.smoothbench.core.problem.ProblemException;

/** Reads one evaluation, whatever state it is in. */
final class EvaluationReader {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationReader.class);

    private EvaluationReader() {}

    static EvaluationEntry read(EvaluationDirectory directory) {
        String folder = String.valueOf(directory.path().getFileName());
        if (!Files.exists(directory.result())) {
            return new EvaluationEntry(folder, folder, "", Optional.empty(), List.of(), unfinished(directory));
        }
        try {
            EvaluationResult result = EvaluationResult.read(directory.result());
            Figures figures = new Figures(
                    Objects.requireNonNull(result.clean(), "clean"),
                    Objects.requireNonNull(result.robust(), "robust"),
                    result.examples(),
                    seed(result.plan()));
            return new EvaluationEntry(
                    folder,
                    Objects.requireNonNull(result.label(), "label"),
                    Objects.requireNonNull(result.evaluated(), "evaluated").weights(),
                    Optional.of(figures),
                    result.flags().stream().map(ReliabilityFlag::message).toList(),
                    "");
        } catch (IOException | RuntimeException e) {
            // Gson leaves what is missing null, so a result that was cut short fails in many ways.
            LOG.debug("{} cannot be read", directory.result(), e);
            String why =
                    e instanceof ProblemException problem ? problem.problem().what() : "it is not whole";
            return new EvaluationEntry(
                    folder, folder, "", Optional.empty(), List.of(), "result.json cannot be read: " + why);
        }
    }

    private static String unfinished(EvaluationDirectory directory) {
        try (Stream<String> lines = Files.lines(directory.journal())) {
            long batches = lines.count();
            return EvaluationEntry.NOT_FINISHED + ": " + batches + (batches == 1 ? " batch is" : " batches are")
                    + " done";
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be read", directory.journal(), e);
            return EvaluationEntry.NOT_FINISHED;
        }
    }

    private static Optional<String> seed(JsonElement plan) {
        return plan instanceof JsonObject object && object.get("seed") instanceof JsonPrimitive seed
                ? Optional.of(seed.getAsString())
                : Optional.empty();
    }
}
