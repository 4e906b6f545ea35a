package org.smoothbench.core.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.preset.Preset;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.preset.Presets;
import org.smoothbench.core.preset.Scale;
import org.smoothbench.core.preset.Study;
import org.smoothbench.core.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code presets show NAME}: the specifications behind a preset or a study. */
@Command(
        name = "show",
        description =
                "Print the specification of a preset, as train takes it; of a study, those of one scale as an array.",
        mixinStandardHelpOptions = true)
final class PresetsShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "A preset or a study.")
    private String name;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the images lie; without it, stand-ins take their place.")
    private @Nullable Path data;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            description = "Of a study: full, small or sample; else small with --data and sample without.")
    private PresetsCommand.@Nullable ScaleName scale;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write a file for each specification into this folder instead.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Presets presets = new Presets();
        Optional<Study> study = presets.study(name);
        List<Preset> chosen = study.map(this::atScale).orElseGet(() -> List.of(presets.require(name)));
        PresetData images = PresetData.installed();
        List<Experiment> experiments = chosen.stream()
                .map(preset -> images.shown(preset, Optional.ofNullable(data)))
                .toList();
        if (data == null && chosen.stream().anyMatch(images::needsFolder)) {
            spec.commandLine()
                    .getErr()
                    .println("smoothbench: the paths of the images are stand-ins; give yours with --data FOLDER");
        }
        PrintWriter terminal = spec.commandLine().getOut();
        if (out != null) {
            experiments.forEach(experiment -> terminal.println(write(out, experiment)));
        } else {
            ExperimentFile file = new ExperimentFile();
            List<String> texts = experiments.stream().map(file::write).toList();
            terminal.print(
                    study.isEmpty()
                            ? texts.getFirst()
                            : texts.stream().map(String::strip).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        }
        terminal.flush();
        return 0;
    }

    private List<Preset> atScale(Study study) {
        Scale usual = data == null ? Scale.SAMPLE : Scale.SMALL;
        return study.at(scale == null ? usual : scale.scale());
    }

    private static Path write(Path folder, Experiment experiment) {
        Path file = folder.resolve(experiment.name() + ".json");
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Problem.Usage("is not a folder", folder.toString(), "choose another with --out").asException();
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(file, new ExperimentFile().write(experiment));
            return file;
        } catch (IOException e) {
            throw new Problem.Usage(
                            "cannot be written (" + e.getMessage() + ")",
                            file.toString(),
                            "choose another folder with --out")
                    .asException(e);
        }
    }
}
