package org.smoothbench.app.results;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.evaluation.EvaluationDirectory;
import org.smoothbench.core.run.RunDirectory;

/**
 * Notices each evaluation that ends, whatever run it is of and whoever started it. A run costs one look at a folder, in turns
 * where there are many; an evaluation that goes on costs a look at each call. One thread at a time.
 */
public final class EvaluationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationWatch.class);

    /** So many runs are looked at in one call: a thousand take a few seconds, which nobody notices of a passing note. */
    private static final int IN_TURN = 100;

    /** Times of modification may be too coarse to tell two changes in quick succession apart. */
    private static final long FRESH_MILLIS = 2000;

    private final Map<RunDirectory, Known> known = new HashMap<>();
    private final List<EndedEvaluation> ended = new ArrayList<>();
    private int next;

    /** What is known of the evaluations of a run. */
    private static final class Known {

        private final Set<Path> done = new HashSet<>();
        private final Set<Path> goingOn = new HashSet<>();
        private Optional<FileTime> changed = Optional.empty();
        private boolean looked;
    }

    /**
     * Looks for evaluations that have ended.
     *
     * @param runs all runs there are
     * @return all that have ended since their run was first looked at, the newest last
     */
    public List<EndedEvaluation> poll(List<RunDirectory> runs) {
        known.keySet().retainAll(new HashSet<>(runs));
        known.forEach(this::settle);
        int looks = Math.min(IN_TURN, runs.size());
        for (int i = 0; i < looks; i++) {
            RunDirectory run = runs.get((next + i) % runs.size());
            look(run, known.computeIfAbsent(run, _ -> new Known()));
        }
        next = runs.isEmpty() ? 0 : (next + looks) % runs.size();
        return List.copyOf(ended);
    }

    private void look(RunDirectory run, Known of) {
        Optional<FileTime> now = changed(run.evaluations());
        if (of.looked && now.equals(of.changed)) {
            return;
        }
        boolean first = !of.looked;
        for (Path folder : folders(run.evaluations())) {
            if (!of.done.contains(folder)) {
                of.goingOn.add(folder);
                if (first && Files.exists(new EvaluationDirectory(folder).result())) {
                    // What had ended when the run was first seen is no news.
                    of.goingOn.remove(folder);
                    of.done.add(folder);
                }
            }
        }
        of.looked = true;
        of.changed = now.filter(time -> System.currentTimeMillis() - time.toMillis() > FRESH_MILLIS);
        settle(run, of);
    }

    private void settle(RunDirectory run, Known of) {
        for (Path folder : List.copyOf(of.goingOn)) {
            EvaluationDirectory directory = new EvaluationDirectory(folder);
            if (Files.exists(directory.result())) {
                of.goingOn.remove(folder);
                of.done.add(folder);
                ended.add(new EndedEvaluation(run, EvaluationReader.read(directory)));
            } else if (!Files.exists(folder)) {
                of.goingOn.remove(folder);
            }
        }
    }

    private static Optional<FileTime> changed(Path folder) {
        try {
            return Files.exists(folder) ? Optional.of(Files.getLastModifiedTime(folder)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static List<Path> folders(Path parent) {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent, Files::isDirectory)) {
                stream.forEach(folders::add);
            } catch (NoSuchFileException _) {
                return List.of();
            } catch (IOException | DirectoryIteratorException e) {
                LOG.debug("{} cannot be read now", parent, e);
            }
        }
        return folders;
    }
}
