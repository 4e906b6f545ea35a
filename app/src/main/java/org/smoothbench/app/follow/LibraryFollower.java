package org.smoothbench.app.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.results.EvaluationWatch;
import org.smoothbench.core.run.LibraryScan;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunFollower;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunSummary;

/** Reads the runs folder again and again, each time only what may have changed. Reads files; one thread at a time. */
public final class LibraryFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryFollower.class);

    /** How long one look reads on in long files, so that the list of runs does not wait for them. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** How long the first looks at runs may keep one snapshot; the other runs come with the next ones. */
    private static final long MOST_NEW_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

    /** So many of the newest runs, more than a window shows at once, are read whatever time that takes. */
    private static final int FIRST = 30;

    private final RunLibrary library;
    private final LibraryScan scan;
    private final RunReader reader;
    private final EvaluationWatch watch = new EvaluationWatch();
    private final Map<RunDirectory, RunFollower> followers = new HashMap<>();
    private final Map<RunDirectory, DetailFollower> details = new HashMap<>();

    /** Follows a library; the reader judges states. */
    public LibraryFollower(RunLibrary library, RunReader reader) {
        this.library = library;
        scan = new LibraryScan(library);
        this.reader = reader;
    }

    /** The folder that is followed. */
    public Path root() {
        return library.root();
    }

    /** The runs as they are now, with the curves and the log of one of them. */
    public LibrarySnapshot poll(Optional<String> selectedId) {
        return poll(selectedId, Set.of());
    }

    /**
     * The runs as they are now.
     *
     * @param selectedId the folder name of the run whose curves, events and log are wanted too
     * @param followedIds the folder names of runs whose curves and events are wanted
     */
    public LibrarySnapshot poll(Optional<String> selectedId, Set<String> followedIds) {
        try {
            List<RunDirectory> directories = scan.list();
            followers.keySet().retainAll(directories);
            List<RunSummary> runs = new ArrayList<>();
            long start = System.nanoTime();
            int unread = 0;
            for (int i = 0; i < directories.size(); i++) {
                RunDirectory directory = directories.get(i);
                boolean first = i < FIRST || isSelected(directory, selectedId);
                long taken = System.nanoTime() - start;
                if (first || followers.containsKey(directory) || taken < MOST_NEW_NANOS) {
                    summary(directory, first || taken < MOST_NANOS).ifPresent(runs::add);
                } else {
                    unread++;
                }
            }
            boolean writable = Files.isWritable(root()) || Files.notExists(root());
            return new LibrarySnapshot(
                    runs, details(directories, selectedId, followedIds), watch.poll(directories), "", unread, writable);
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.debug("The runs folder is gone", e);
            return LibrarySnapshot.unreadable("The runs folder is gone: " + root());
        } catch (IOException e) {
            LOG.debug("The runs folder cannot be read", e);
            return LibrarySnapshot.unreadable("The runs folder cannot be read: " + e);
        }
    }

    /** Whether accuracies of some runs are still to be read; then another look goes on with that. */
    boolean unfinished() {
        return !followers.values().stream().allMatch(RunFollower::complete);
    }

    private Optional<RunSummary> summary(RunDirectory directory, boolean patient) {
        RunFollower follower = followers.computeIfAbsent(directory, missing -> new RunFollower(missing, reader));
        try {
            return Optional.of(follower.poll(patient));
        } catch (IOException e) {
            // Perhaps it is being deleted; the next look will tell.
            LOG.debug("Run {} cannot be read now", directory.id(), e);
            return Optional.empty();
        }
    }

    private Map<String, RunDetail> details(
            List<RunDirectory> directories, Optional<String> selectedId, Set<String> followedIds) {
        List<RunDirectory> wanted = directories.stream()
                .filter(run -> followedIds.contains(run.id()) || isSelected(run, selectedId))
                .sorted(Comparator.comparing(run -> !isSelected(run, selectedId)))
                .toList();
        details.keySet().retainAll(wanted);
        long start = System.nanoTime();
        BooleanSupplier timeLeft = () -> System.nanoTime() - start < MOST_NANOS;
        Map<String, RunDetail> read = new HashMap<>();
        for (RunDirectory run : wanted) {
            DetailFollower follower = details.computeIfAbsent(run, DetailFollower::new);
            try {
                read.put(run.id(), follower.poll(isSelected(run, selectedId), timeLeft));
            } catch (IOException e) {
                LOG.debug("Run {} cannot be read now", run.id(), e);
            }
        }
        return read;
    }

    private static boolean isSelected(RunDirectory run, Optional<String> selectedId) {
        return selectedId.filter(run.id()::equals).isPresent();
    }
}
