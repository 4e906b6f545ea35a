package org.smoothbench.core.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * Where deleted runs wait: {@code .trash} in the runs folder, so that going there and coming back is one rename, whole or
 * not at all. Safe for any thread.
 */
public final class RunTrash {

    private static final String NOTE = "trashed.json";

    private final Path root;
    private final Path trash;
    private final RunReader reader;

    /** The trash of a runs folder; the reader tells which runs are still at work. */
    public RunTrash(Path root, RunReader reader) {
        this.root = root.toAbsolutePath().normalize();
        this.reader = reader;
        trash = this.root.resolve(".trash");
    }

    /**
     * A deleted run.
     *
     * @param id its folder's name
     * @param name what it was called
     * @param from where it lay
     * @param movedMillis when it was deleted, milliseconds since 1970
     * @param run its directory in the trash
     */
    public record Trashed(String id, String name, Path from, long movedMillis, RunDirectory run) {

        private Path holder() {
            return run.path().resolveSibling(".").normalize();
        }
    }

    /** What lies beside a deleted run. */
    private record Note(@Nullable String name, @Nullable String from, long movedMillis) {}

    /**
     * Moves a run to the trash.
     *
     * @param name what it is called, to be found by in the trash
     * @throws ProblemException if it is at work, lies elsewhere, or cannot be moved; then it stays where it is
     */
    public Trashed put(RunDirectory run, String name) {
        String where = run.path().toString();
        if (!root.equals(run.path().getParent())) {
            throw new Problem.Usage("the run does not lie in the runs folder", where, "open its folder first")
                    .asException();
        }
        RunState state = reader.status(run).map(RunStatus::state).orElse(RunState.CRASHED);
        if (!state.ended()) {
            throw new Problem.Usage("the run is " + state.label(), where, "stop it first").asException();
        }
        Trashed trashed = new Trashed(
                run.id(),
                name,
                run.path(),
                System.currentTimeMillis(),
                new RunDirectory(trash.resolve(UUID.randomUUID().toString()).resolve(run.id())));
        try {
            Files.createDirectories(trashed.holder());
            WholeFile.replace(
                    trashed.holder().resolve(NOTE), new Gson().toJson(new Note(name, where, trashed.movedMillis())));
            Files.move(run.path(), trashed.run().path(), StandardCopyOption.ATOMIC_MOVE);
            return trashed;
        } catch (IOException e) {
            discard(trashed.holder());
            throw notMoved("moved to the trash", where, e);
        }
    }

    /**
     * Puts a run back to where it lay.
     *
     * @throws ProblemException if something else lies there by now, or it cannot be moved; then it stays in the trash
     */
    public RunDirectory restore(Trashed trashed) {
        Path target = trashed.from();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Problem.Usage(
                            "something else lies where the run was", target.toString(), "move that away, then restore")
                    .asException();
        }
        try {
            Files.move(trashed.run().path(), target, StandardCopyOption.ATOMIC_MOVE);
            discard(trashed.holder());
            return new RunDirectory(target);
        } catch (IOException e) {
            throw notMoved("taken out of the trash", trashed.run().path().toString(), e);
        }
    }

    /** What lies in the trash, the last deleted first. */
    public List<Trashed> list() throws IOException {
        List<Trashed> all = new ArrayList<>();
        if (Files.isDirectory(trash)) {
            try (DirectoryStream<Path> holders = Files.newDirectoryStream(trash)) {
                for (Path holder : holders) {
                    inside(holder).ifPresent(all::add);
                }
            }
        }
        all.sort(Comparator.comparingLong(Trashed::movedMillis).reversed());
        return all;
    }

    /**
     * Deletes a run for good.
     *
     * @throws ProblemException if not all of it could be deleted; what is left stays in the trash
     */
    public void deleteForGood(Trashed trashed) {
        try {
            // The note goes last, so that what could not be deleted is still known.
            deleteTree(trashed.run().path());
            deleteTree(trashed.holder());
        } catch (IOException e) {
            throw notMoved("deleted", trashed.run().path().toString(), e);
        }
    }

    private Optional<Trashed> inside(Path holder) {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(
                holder, file -> !file.getFileName().toString().startsWith(".") && !file.endsWith(NOTE))) {
            for (Path run : runs) {
                return Optional.of(trashed(holder, new RunDirectory(run)));
            }
        } catch (IOException _) {
            // No folder of ours, or one that is being emptied.
        }
        return Optional.empty();
    }

    /** Without a readable note a run goes back into the runs folder. */
    private Trashed trashed(Path holder, RunDirectory run) throws IOException {
        Optional<Note> note = note(holder.resolve(NOTE));
        return new Trashed(
                run.id(),
                note.map(Note::name).orElse(run.id()),
                note.map(Note::from).map(Path::of).orElse(root.resolve(run.id())),
                note.map(Note::movedMillis)
                        .orElse(Files.getLastModifiedTime(holder).toMillis()),
                run);
    }

    private static Optional<Note> note(Path file) {
        try {
            return Optional.ofNullable(new Gson().fromJson(Files.readString(file), Note.class));
        } catch (IOException | JsonParseException _) {
            return Optional.empty();
        }
    }

    private static void discard(Path holder) {
        try {
            Files.deleteIfExists(holder.resolve(NOTE));
            Files.deleteIfExists(holder);
        } catch (IOException _) {
            // An empty folder in the trash shows nowhere.
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException cause) throws IOException {
                if (cause != null) {
                    throw cause;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static ProblemException notMoved(String what, String where, IOException cause) {
        return new Problem.Usage(
                        "the run could not be " + what + ": " + cause,
                        where,
                        "see that you may write there, then try again")
                .asException(cause);
    }
}
