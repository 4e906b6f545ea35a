package org.smoothbench.app.follow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunFollower;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunSummary;

/** Reads the runs folder again and again, each time only what may have changed. Reads files; one thread at a time. */
public final class LibraryFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryFollower.class);

    private final RunLibrary library;
    private final RunReader reader;
    private final Map<RunDirectory, RunFollower> followers = new HashMap<>();
    private @Nullable DetailFollower detail;

    /** Follows a library; the reader judges states. */
    public LibraryFollower(RunLibrary library, RunReader reader) {
        this.library = library;
        this.reader = reader;
    }

    /** The folder that is followed. */
    public Path root() {
        return library.root();
    }

    /**
     * The runs as they are now.
     *
     * @param selectedId the folder name of the run whose curves and log are wanted too
     */
    public LibrarySnapshot poll(Optional<String> selectedId) {
        try {
            List<RunDirectory> directories = library.list();
            followers.keySet().retainAll(directories);
            List<RunSummary> runs = new ArrayList<>();
            for (RunDirectory directory : directories) {
                summary(directory).ifPresent(runs::add);
            }
            return new LibrarySnapshot(runs, detail(directories, selectedId), "");
        } catch (IOException e) {
            LOG.debug("The runs folder cannot be read", e);
            return new LibrarySnapshot(List.of(), Optional.empty(), "The runs folder cannot be read: " + e);
        }
    }

    private Optional<RunSummary> summary(RunDirectory directory) {
        RunFollower follower = followers.computeIfAbsent(directory, missing -> new RunFollower(missing, reader));
        try {
            return Optional.of(follower.poll());
        } catch (IOException e) {
            // Perhaps it is being deleted; the next look will tell.
            LOG.debug("Run {} cannot be read now", directory.id(), e);
            return Optional.empty();
        }
    }

    private Optional<RunDetail> detail(List<RunDirectory> directories, Optional<String> selectedId) {
        Optional<RunDirectory> wanted = directories.stream()
                .filter(run -> selectedId.filter(run.id()::equals).isPresent())
                .findFirst();
        if (wanted.isEmpty()) {
            detail = null;
            return Optional.empty();
        }
        DetailFollower follower = detail;
        if (follower == null || !follower.run().equals(wanted.get())) {
            follower = new DetailFollower(wanted.get());
            detail = follower;
        }
        try {
            return Optional.of(follower.poll());
        } catch (IOException e) {
            LOG.debug("Run {} cannot be read now", wanted.get().id(), e);
            return Optional.empty();
        }
    }
}
