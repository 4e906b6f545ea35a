package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.schema.NearestName;

/** The folder that holds the run directories. Safe for any thread; other processes may work in it at the same time. */
public final class RunLibrary {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** The name that {@link #create} gives. */
    private static final Pattern RUN_NAME = Pattern.compile("\\d{8}-\\d{6}-.+-s\\d+(-\\d+)?");

    private final Path root;
    private final Clock clock;

    /** A library in a folder, which need not exist yet. */
    public RunLibrary(Path root, Clock clock) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** Where runs lie unless told otherwise: {@code $SMOOTHBENCH_RUNS}, or else {@code smoothbench/runs} at home. */
    public static Path standardRoot() {
        String chosen = System.getenv("SMOOTHBENCH_RUNS");
        return chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), "smoothbench", "runs")
                : Path.of(chosen);
    }

    /** The folder of the library, absolute. */
    public Path root() {
        return root;
    }

    /**
     * Makes the directory of a new run, queued. The directory appears whole or not at all.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it cannot be written
     */
    public RunDirectory create(Experiment experiment) {
        String stamp =
                LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()).format(STAMP);
        String id = "%s-%s-s%d"
                .formatted(stamp, slug(experiment.name()), experiment.runtime().seed());
        try {
            Files.createDirectories(root);
            // Not a temporary directory of Java's: that would let nobody but its owner read the run.
            Path draft = Files.createDirectory(root.resolve(".new-" + UUID.randomUUID()));
            try {
                fill(new RunDirectory(draft), experiment);
                return new RunDirectory(moveToFreeName(draft, id));
            } catch (IOException e) {
                discard(new RunDirectory(draft));
                throw e;
            }
        } catch (IOException e) {
            String reason = e instanceof FileSystemException system && system.getReason() != null
                    ? system.getReason()
                    : String.valueOf(e.getMessage());
            throw new Problem.Usage(
                            "the runs folder cannot be written: " + reason,
                            root.toString(),
                            "choose another with --runs, or make it writable")
                    .asException(e);
        }
    }

    private void fill(RunDirectory draft, Experiment experiment) throws IOException {
        Files.createDirectories(draft.control());
        Files.writeString(draft.experiment(), new ExperimentFile().write(experiment));
        RunStatus.queued(clock.millis()).writeTo(draft);
    }

    private static void discard(RunDirectory draft) throws IOException {
        for (Path part : List.of(draft.control(), draft.experiment(), draft.status(), draft.path())) {
            Files.deleteIfExists(part);
        }
    }

    private Path moveToFreeName(Path draft, String id) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Path target = root.resolve(attempt == 1 ? id : id + "-" + attempt);
            try {
                if (!Files.exists(target)) {
                    return Files.move(draft, target);
                }
            } catch (FileSystemException e) {
                // Somebody else may take the name between the look and the move; then the next number is tried.
                if (!Files.exists(target)) {
                    throw e;
                }
            }
        }
    }

    /** All runs, also damaged ones, newest first; empty if the folder does not exist. */
    public List<RunDirectory> list() throws IOException {
        List<RunDirectory> runs = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, RunLibrary::holdsRun)) {
                folders.forEach(folder -> runs.add(new RunDirectory(folder)));
            }
        }
        runs.sort(Comparator.comparing(RunDirectory::id).reversed());
        return runs;
    }

    /** Whether something is a run, or what is left of one: then it has files of a run, or at least a run's name. */
    static boolean holdsRun(Path entry) {
        String name = entry.getFileName().toString();
        if (name.startsWith(".")) {
            return false;
        }
        RunDirectory run = new RunDirectory(entry);
        return Files.isRegularFile(run.experiment())
                || Files.isRegularFile(run.status())
                || Files.isRegularFile(run.metrics())
                || RUN_NAME.matcher(name).matches();
    }

    /**
     * Finds the one run that was meant.
     *
     * @param name a run's folder, its id, or any part of it that no other run shares
     * @throws org.smoothbench.core.problem.ProblemException if there is none or more than one
     */
    public RunDirectory find(String name) throws IOException {
        Optional<RunDirectory> folder = folder(name);
        if (folder.isPresent()) {
            return folder.get();
        }
        List<String> ids = list().stream().map(RunDirectory::id).toList();
        List<String> matches = ids.contains(name)
                ? List.of(name)
                : ids.stream().filter(id -> id.contains(name)).toList();
        if (matches.size() == 1) {
            return new RunDirectory(root.resolve(matches.getFirst()));
        }
        String what = matches.isEmpty()
                ? "no run is called \"" + name + "\"" + NearestName.hint(name, ids)
                : matches.size() + " runs are called \"" + name + "\": " + String.join(", ", matches);
        throw new Problem.Usage(what, root.toString(), "see the names with: smoothbench list").asException();
    }

    private static Optional<RunDirectory> folder(String name) {
        try {
            return Optional.of(new RunDirectory(Path.of(name))).filter(run -> Files.isRegularFile(run.experiment()));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String kept = slug.isEmpty() ? "run" : slug;
        return kept.length() > 60 ? kept.substring(0, 60) : kept;
    }
}
