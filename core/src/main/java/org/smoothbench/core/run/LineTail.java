package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Follows a growing text file by polling, which also works on network file systems. Hands out whole lines only: a line
 * whose end has not been written yet waits. One thread at a time.
 */
public final class LineTail {

    private static final int CHUNK = 1 << 20;

    private final Path file;
    private long offset;

    /** Follows a file from its beginning; it need not exist yet. */
    public LineTail(Path file) {
        this.file = file;
    }

    /**
     * The lines that have become whole since the last call, without their ends; at most about a megabyte of them, so call
     * again until the list is empty. A file that shrank is read anew from its beginning.
     */
    public List<String> poll() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < offset) {
                offset = 0;
            }
            if (size == offset) {
                return List.of();
            }
            return wholeLines(channel, size);
        } catch (NoSuchFileException _) {
            offset = 0;
            return List.of();
        }
    }

    private List<String> wholeLines(FileChannel channel, long size) throws IOException {
        int wanted = CHUNK;
        while (true) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(wanted, size - offset));
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
                // A read may return less than asked for.
            }
            int end = lastLineEnd(bytes);
            if (end > 0) {
                offset += end;
                return new String(bytes.array(), 0, end, StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
            if (bytes.position() >= size - offset || wanted > Integer.MAX_VALUE / 2) {
                return List.of();
            }
            wanted *= 2;
        }
    }

    private static int lastLineEnd(ByteBuffer bytes) {
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        return end;
    }
}
