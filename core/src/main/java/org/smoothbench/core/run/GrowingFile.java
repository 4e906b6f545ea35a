package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says whether a file that should only grow has grown, so that unchanged files are not opened. One thread at a time. */
public final class GrowingFile {

    /** What has become of the file since the last look. */
    public enum Change {
        /** Nothing. */
        NONE,
        /** Longer than before. */
        GROWN,
        /** Shorter than before: somebody began it anew. */
        RESTARTED
    }

    private final Path file;
    private long size;

    /** Looks at a file, which need not exist yet. */
    public GrowingFile(Path file) {
        this.file = file;
    }

    /** Compares the file with what it was at the last look; at the first, with an empty one. */
    public Change look() throws IOException {
        long now = sizeNow();
        Change change = now < size ? Change.RESTARTED : now > size ? Change.GROWN : Change.NONE;
        size = now;
        return change;
    }

    private long sizeNow() throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException _) {
            return 0;
        }
    }
}
