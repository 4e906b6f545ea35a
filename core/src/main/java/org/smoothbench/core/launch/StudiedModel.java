package org.smoothbench.core.launch;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.schema.RecordWriter;

/**
 * What a study was made of; with its settings enough to make it again.
 *
 * @param model the network, such as {@code ResNet-18, width 16}
 * @param activation its activation function
 * @param weights which of the run's weights
 * @param data the specification of the images, as JSON
 * @param testImages how many test images there are
 * @param environment what computed
 */
public record StudiedModel(
        String model,
        String activation,
        TrainedModel.Weights weights,
        String data,
        int testImages,
        EnvironmentReport environment) {

    /** A run's model on an engine. */
    public static StudiedModel of(TrainedModel trained, TorchEngine engine) {
        return new StudiedModel(
                trained.experiment().model().label(),
                trained.experiment().model().activation().label(),
                trained.weights(),
                new RecordWriter()
                        .write(trained.experiment())
                        .getAsJsonObject()
                        .get("data")
                        .toString(),
                trained.data().images().size(),
                EnvironmentReport.of(engine));
    }

    /** Writes a study into a folder of the run, whole, in place of an earlier one of the same weights and threat model. */
    static Path write(Record study, Path folder, TrainedModel.Weights weights, ThreatModel threat) {
        Path file = folder.resolve(
                weights.checkpoint() + (weights.averaged() ? "-averaged" : "") + "-" + threat.slug() + ".json");
        try {
            Files.createDirectories(folder);
            write(study, file);
            return file;
        } catch (IOException e) {
            throw unwritable(file, e).asException(e);
        }
    }

    /** The JSON of a study. */
    public static String json(Record study) {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(study);
    }

    private static void write(Record study, Path file) throws IOException {
        WholeFile.replace(file, json(study) + "\n");
    }

    private static Problem unwritable(Path file, IOException e) {
        return new Problem.Usage(
                "the study cannot be written: " + e.getMessage(), file.toString(), "see that disk is left");
    }
}
