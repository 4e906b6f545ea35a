package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the runs of a folder again and again, looking only at what it has not seen: what was a run once is one as long as
 * it is there. One thread at a time.
 */
public final class LibraryScan {

    /** After this long a folder that was no run is looked at again, since a copy may have gone on. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(5);

    private final Path root;
    private Map<String, RunDirectory> known = new HashMap<>();
    private Map<String, Long> strangers = new HashMap<>();
    private boolean seen;

    /** Lists a library's folder. */
    public LibraryScan(RunLibrary library) {
        root = library.root();
    }

    /**
     * All runs, newest first; empty if the folder has never been there.
     *
     * @throws NoSuchFileException if the folder was there before and is gone
     */
    public List<RunDirectory> list() throws IOException {
        Map<String, RunDirectory> runs = new HashMap<>();
        Map<String, Long> others = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            seen = true;
            for (Path entry : entries) {
                sort(entry, runs, others);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            if (seen) {
                throw e;
            }
        }
        known = runs;
        strangers = others;
        List<RunDirectory> sorted = new ArrayList<>(runs.values());
        sorted.sort(Comparator.comparing(RunDirectory::id).reversed());
        return sorted;
    }

    private void sort(Path entry, Map<String, RunDirectory> runs, Map<String, Long> others) {
        String name = entry.getFileName().toString();
        RunDirectory before = known.get(name);
        Long looked = strangers.get(name);
        long now = System.nanoTime();
        if (before != null) {
            runs.put(name, before);
        } else if (looked != null && now - looked < SECOND_LOOK.toNanos()) {
            others.put(name, looked);
        } else if (RunLibrary.holdsRun(entry)) {
            runs.put(name, new RunDirectory(entry));
        } else {
            others.put(name, now);
        }
    }
}
