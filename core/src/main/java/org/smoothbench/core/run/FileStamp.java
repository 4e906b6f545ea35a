package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file was replaced or written since, without opening it.
 *
 * @param modified its time of modification, as fine as the file system keeps it
 * @param size its length in bytes
 * @param key tells two files of one name apart, where the file system has such a thing
 */
record FileStamp(FileTime modified, long size, @Nullable Object key) {

    /** The stamp now; empty if there is no such file or it cannot be looked at. */
    static Optional<FileStamp> of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileStamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
