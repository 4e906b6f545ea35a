package org.smoothbench.core.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The experiments that come with the program, on its own small image set: ReLU and SILU, everything else equal, and the
 * standard training they are compared with.
 */
public final class SampleExperiments {

    private final Path folder;

    /** The samples in a folder of specification files. */
    public SampleExperiments(Path folder) {
        this.folder = folder;
    }

    /** The samples of this installation, found by the system property {@code smoothbench.home}. */
    public static SampleExperiments installed() {
        return new SampleExperiments(
                Path.of(System.getProperty("smoothbench.home", "."), "sample-data", "experiments"));
    }

    /** The specification files, by name; empty if there are none. */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** The two adversarial runs of the demonstration, ReLU first. */
    public List<Path> demo() {
        return List.of(folder.resolve("sample-relu.json"), folder.resolve("sample-silu.json"));
    }
}
