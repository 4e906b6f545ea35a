package org.smoothbench.viz.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Replaces files whole: whoever opens one sees the old one or the new one, never a part. */
final class WholeFile {
    private WholeFile() {}

    /** Writes all bytes of a file. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file and waits for it.
     *
     * @throws ExportException if it could not be written; what was there before is untouched
     */
    static void write(Path target, Body body) throws ExportException {
        try {
            // Through a link the file it leads to is replaced, not the link.
            var file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.isDirectory(file)) {
                throw new ExportException(target, "it is a folder", null);
            }
            replace(file, body);
        } catch (ExportException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
            throw ExportException.of(target.toAbsolutePath(), e);
        }
    }

    private static void replace(Path file, Body body) throws IOException {
        var temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeNew(temporary, body);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes a file that must not be there yet, through to the disk. */
    static void writeNew(Path file, Body body) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel));
            body.writeTo(out);
            out.flush();
            // Some disks say only here that they are full.
            channel.force(true);
        }
    }
}
