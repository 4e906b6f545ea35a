package org.smoothbench.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files beneath a folder; links are followed, as data sets are often linked into place. */
record FolderSource(Path place) implements ImageSource {

    @Override
    public List<String> paths() throws IOException {
        try (Stream<Path> files = Files.walk(place, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(this::slashed)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String slashed(Path file) {
        return StreamSupport.stream(place.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    @Override
    public byte[] read(String path) throws IOException {
        Path file = place.resolve(path);
        if (Files.size(file) > FILE_LIMIT_BYTES) {
            throw new IOException("larger than " + (FILE_LIMIT_BYTES >> 20) + " MiB");
        }
        return Files.readAllBytes(file);
    }

    @Override
    public String where(String path) {
        return place.resolve(path).toString();
    }

    @Override
    public void close() {}
}
