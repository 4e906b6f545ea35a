package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces files whole: a reader sees the old content or the new one, never a part, even across a power cut. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes through a temporary file beside the target. */
    public interface Content {

        /** Writes the whole content to a file that nobody else sees yet. */
        void writeTo(Path temporary) throws IOException;
    }

    /** Replaces a file by a text in UTF-8. */
    public static void replace(Path file, String text) throws IOException {
        replace(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
    }

    /** Replaces a file by what the content writes; if that fails, the old file stays as it was. */
    public static void replace(Path file, Content content) throws IOException {
        Path temporary = file.resolveSibling(".%s.%d-%d.tmp"
                .formatted(
                        file.getFileName(),
                        ProcessHandle.current().pid(),
                        Thread.currentThread().threadId()));
        try {
            content.writeTo(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
