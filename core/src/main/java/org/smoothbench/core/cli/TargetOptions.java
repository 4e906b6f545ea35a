package org.smoothbench.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.data.DataLocator;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.InputNormalization;
import org.smoothbench.core.launch.EvaluationSource;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.schema.InvalidSettingException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which model a command is about: one of a run's checkpoints, or a TorchScript file. */
final class TargetOptions {

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "A run's name, any unique part of it, or its folder.")
    private @Nullable String name;

    @Option(names = "--model", paramLabel = "FILE", description = "A TorchScript file instead of a run.")
    private @Nullable Path model;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The images: needed with --model; else those of the run.")
    private @Nullable Path data;

    @Option(
            names = "--mean",
            paramLabel = "M",
            split = ",",
            description = "With --model: subtract these from the channels of images in [0, 1].")
    private List<Double> mean = List.of();

    @Option(names = "--std", paramLabel = "S", split = ",", description = "With --model: then divide by these.")
    private List<Double> std = List.of();

    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Mixin
    private RunsOption runs = new RunsOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The run, if the model is one's. */
    Optional<RunDirectory> run() throws IOException {
        return name == null ? Optional.empty() : Optional.of(runs.library().find(name));
    }

    /** The file, if the model is one. */
    Optional<Path> file() {
        return Optional.ofNullable(model);
    }

    /**
     * The model.
     *
     * @throws org.smoothbench.core.problem.ProblemException unless exactly one of run and file is given, with what it needs
     */
    EvaluationSource source() throws IOException {
        if ((name == null) == (model == null)) {
            throw misused(name == null ? "which model? Give RUN or --model FILE" : "give RUN or --model, not both");
        }
        Optional<DataSpec> images = Optional.ofNullable(data).map(DataLocator::locate);
        if (model == null) {
            if (!mean.isEmpty() || !std.isEmpty()) {
                throw misused("--mean and --std are for --model; a run's network has its normalisation inside");
            }
            return new EvaluationSource.OfRun(run().orElseThrow(), checkpoint.name(), checkpoint.averaged(), images);
        }
        return new EvaluationSource.OfFile(
                model,
                normalization(),
                images.orElseThrow(() -> misused("a model file does not say what its images are: give --data FOLDER")));
    }

    private InputNormalization normalization() {
        if (mean.isEmpty() && std.isEmpty()) {
            return new InputNormalization.None();
        }
        try {
            return new InputNormalization.Channels(mean, std);
        } catch (InvalidSettingException e) {
            throw misused("--mean and --std: " + e.getMessage());
        }
    }

    private RuntimeException misused(String what) {
        return new Problem.Usage(what, "", "see: " + command.qualifiedName() + " --help").asException();
    }
}
