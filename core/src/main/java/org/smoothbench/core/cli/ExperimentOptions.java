package org.smoothbench.core.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.preset.Presets;
import org.smoothbench.core.problem.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which experiment a command is about: that of a file or a preset, with changes. */
final class ExperimentOptions {

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "An experiment of the paper instead of a file; see: smoothbench presets.")
    private @Nullable String preset;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where the images of the preset lie.")
    private @Nullable Path data;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting of the specification, as in training.epochs=3; may be given several times.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Call the run so instead of as the specification does.")
    private @Nullable String name;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The experiment.
     *
     * @param file the specification, unless a preset is given
     * @param fileLabel how the file is called in the command's usage
     * @throws org.smoothbench.core.problem.ProblemException unless exactly one of file and preset is given, and right
     */
    Experiment read(@Nullable Path file, String fileLabel) {
        if ((file == null) == (preset == null)) {
            throw misused(
                    file == null
                            ? "which experiment? Give " + fileLabel + " or --preset NAME"
                            : "give " + fileLabel + " or --preset, not both");
        }
        if (preset == null && data != null) {
            throw misused("--data is for presets; a specification names its data itself, as --set data.path=FOLDER");
        }
        Experiment experiment =
                file != null ? new ExperimentFile().read(file, changes) : ofPreset(Objects.requireNonNull(preset));
        return name == null ? experiment : experiment.withName(name);
    }

    private Experiment ofPreset(String presetName) {
        Experiment experiment =
                PresetData.installed().experiment(new Presets().require(presetName), Optional.ofNullable(data));
        return new ExperimentFile().change(experiment, changes, "preset " + presetName);
    }

    private RuntimeException misused(String what) {
        return new Problem.Usage(what, "", "see: " + command.qualifiedName() + " --help").asException();
    }
}
