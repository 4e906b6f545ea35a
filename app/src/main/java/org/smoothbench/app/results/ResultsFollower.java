package org.smoothbench.app.results;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.evaluation.EvaluationDirectory;
import org.smoothbench.core.run.RunDirectory;

/** Follows the results in a run's folder; reads a file again only when it has changed. One thread at a time. */
public final class ResultsFollower {

    private final RunDirectory run;
    private final Map<Path, Known<EvaluationEntry>> evaluations = new HashMap<>();
    private final Map<Path, Known<StudyEntry>> studies = new HashMap<>();
    private RunResults latest = RunResults.NONE;

    /** What was read of a file, and what the file was like then. */
    private record Known<T>(String stamp, T entry) {}

    /** Follows a run. */
    public ResultsFollower(RunDirectory run) {
        this.run = run;
    }

    /** What there is now; the same object as long as nothing changes. */
    public RunResults poll() throws IOException {
        Map<Path, Known<EvaluationEntry>> foundEvaluations = new TreeMap<>();
        for (Path folder : entries(run.evaluations())) {
            EvaluationDirectory directory = new EvaluationDirectory(folder);
            if (Files.isDirectory(folder)) {
                // An unfinished one changes with its journal.
                String stamp = stamp(directory.result()) + stamp(directory.journal()) + stamp(directory.plan());
                foundEvaluations.put(
                        folder, known(evaluations.get(folder), stamp, () -> EvaluationReader.read(directory)));
            }
        }
        Map<Path, Known<StudyEntry>> foundStudies = new TreeMap<>();
        addStudies(foundStudies, run.sanity(), StudyReader::sanity);
        addStudies(foundStudies, run.smoothness(), StudyReader::smoothness);
        if (!foundEvaluations.equals(evaluations) || !foundStudies.equals(studies)) {
            replace(evaluations, foundEvaluations);
            replace(studies, foundStudies);
            latest = new RunResults(
                    foundEvaluations.values().stream().map(Known::entry).toList(),
                    foundStudies.values().stream().map(Known::entry).toList());
        }
        return latest;
    }

    private void addStudies(Map<Path, Known<StudyEntry>> found, Path folder, Function<Path, StudyEntry> reader)
            throws IOException {
        for (Path file : entries(folder)) {
            if (file.toString().endsWith(".json")) {
                found.put(file, known(studies.get(file), stamp(file), () -> reader.apply(file)));
            }
        }
    }

    private static <T> Known<T> known(@Nullable Known<T> before, String stamp, Supplier<T> reader) {
        return before != null && before.stamp().equals(stamp) ? before : new Known<>(stamp, reader.get());
    }

    private static <T> void replace(Map<Path, T> old, Map<Path, T> newer) {
        old.clear();
        old.putAll(newer);
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.size() + "@" + now.lastModifiedTime() + ";";
        } catch (IOException _) {
            return "none;";
        }
    }
}
