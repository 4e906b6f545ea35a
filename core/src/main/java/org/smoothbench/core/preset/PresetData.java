package org.smoothbench.core.preset;

import java.nio.file.Path;
import java.util.Optional;
import org.smoothbench.core.data.DataLocator;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.problem.Problem;

/** Brings presets and images together. */
public final class PresetData {

    private final Path samples;

    /** With the folder of the sample images. */
    public PresetData(Path samples) {
        this.samples = samples;
    }

    /** With the sample images of this installation, found by the system property {@code smoothbench.home}. */
    public static PresetData installed() {
        return new PresetData(Path.of(System.getProperty("smoothbench.home", "."), "sample-data"));
    }

    /**
     * The specification of a preset; its paths are absolute.
     *
     * @param folder where the images lie; only presets on the sample images do without
     * @throws org.smoothbench.core.problem.ProblemException if images are needed and not given, or others than needed
     */
    public Experiment experiment(Preset preset, Optional<Path> folder) {
        return preset.experiment(folder.map(given -> preset.images().fit(DataLocator.locate(given), given))
                .orElseGet(() -> without(preset)));
    }

    /**
     * The specification of a preset to look at: without a folder, a stand-in takes the place of images that are needed.
     *
     * @param folder where the images lie
     */
    public Experiment shown(Preset preset, Optional<Path> folder) {
        return folder.isPresent() || !needsFolder(preset)
                ? experiment(preset, folder)
                : preset.experiment(preset.images().standIn());
    }

    /** Whether the images of a preset do not come with the program. */
    public boolean needsFolder(Preset preset) {
        return !(preset.images() instanceof WantedImages.Sample);
    }

    private DataSpec without(Preset preset) {
        return switch (preset.images()) {
            case WantedImages.Sample _ ->
                new DataSpec.Cifar10Binary(samples.toAbsolutePath().normalize().toString());
            case WantedImages.Cifar10 _, WantedImages.Photographs _ ->
                throw new Problem.Usage(
                                "the preset " + preset.name() + " needs "
                                        + preset.images().label(),
                                "",
                                "say where they lie with: --data FOLDER")
                        .asException();
        };
    }
}
