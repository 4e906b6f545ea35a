package org.smoothbench.core.landscape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the files of one landscape lie.
 *
 * @param path the landscape's own folder, absolute
 */
public record LandscapeDirectory(Path path) {

    public LandscapeDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** The landscape but for its values; there only when it is finished. */
    public Path report() {
        return path.resolve("landscape.json");
    }

    /** The values: float32, little-endian. */
    public Path values() {
        return path.resolve("values.f32");
    }

    /** What is being computed; written before anything else. */
    public Path plan() {
        return path.resolve("plan.json");
    }

    /** How far it is: one line for each batch of vertices; there only while it is not finished. */
    public Path journal() {
        return path.resolve("journal.jsonl");
    }

    /** Held by whoever computes it. */
    public Path lock() {
        return path.resolve("lock");
    }

    /** Whether it is finished. */
    public boolean finished() {
        return Files.isRegularFile(report());
    }

    /**
     * The finished landscapes in a folder, the newest first.
     *
     * @param parent such as a run's folder of landscapes; need not exist
     */
    public static List<LandscapeDirectory> in(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.map(LandscapeDirectory::new)
                    .filter(LandscapeDirectory::finished)
                    .sorted(Comparator.comparingLong(LandscapeDirectory::modified)
                            .reversed()
                            .thenComparing(LandscapeDirectory::path))
                    .toList();
        }
    }

    private long modified() {
        return report().toFile().lastModified();
    }
}
