package org.smoothbench.core.launch;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.run.WorkerProcess;

/**
 * {@code queue.json} of a runs folder, which many processes change: each change is made by whoever holds {@code queue.lock}.
 * A damaged file is set aside, and the waiting runs are gathered from their own directories, in the order of their names.
 */
final class QueueFile {

    private static final Logger LOG = LoggerFactory.getLogger(QueueFile.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    /** The system's file locks belong to the process, so threads need another; one suffices, since it is held briefly. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path root;
    private final Path file;

    /** The queue of a runs folder. */
    QueueFile(Path root) {
        this.root = root;
        file = root.resolve("queue.json");
    }

    /** A change; may do something that has to happen together with it. */
    @FunctionalInterface
    interface Edit {

        /** What the queue becomes. */
        QueueState edit(QueueState now) throws IOException;
    }

    /** Whether anything was ever queued in the folder. */
    boolean exists() {
        return Files.exists(file);
    }

    /** The directory of a run of the folder. */
    RunDirectory run(String id) {
        return new RunDirectory(root.resolve(id));
    }

    /** The queue as it is, without waiting for anybody. */
    QueueState read() throws IOException {
        try {
            return parse();
        } catch (JsonParseException _) {
            return change(now -> now);
        }
    }

    /** Changes the queue while nobody else does. */
    QueueState change(Edit edit) throws IOException {
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(
                        root.resolve("queue.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            QueueState before = whole();
            QueueState after = edit.edit(before);
            if (!after.equals(before)) {
                WholeFile.replace(file, after.json());
            }
            return after;
        } finally {
            THREADS.unlock();
        }
    }

    private QueueState whole() throws IOException {
        try {
            return parse();
        } catch (JsonParseException e) {
            Path aside = root.resolve(
                    "queue-damaged-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".json");
            Files.move(file, aside);
            QueueState gathered = gather();
            WholeFile.replace(file, gathered.json());
            LOG.warn(
                    "{} was damaged ({}) and is kept as {}; runs that wait were found again: {}, in the order of their"
                            + " names, one at once for each device",
                    file,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    aside.getFileName(),
                    gathered.waiting().size());
            return gathered;
        }
    }

    private QueueState parse() throws IOException {
        try {
            return QueueState.parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            return QueueState.EMPTY;
        }
    }

    private QueueState gather() throws IOException {
        List<QueueState.Place> waiting = new ArrayList<>();
        List<QueueState.Place> started = new ArrayList<>();
        RunReader reader = new RunReader();
        List<RunDirectory> runs = new RunLibrary(root, Clock.systemUTC())
                .list().stream().sorted(Comparator.comparing(RunDirectory::id)).toList();
        for (RunDirectory run : runs) {
            RunState state = reader.status(run).map(RunStatus::state).orElse(RunState.FAILED);
            // Without a started process it is either a run that waits or one that a terminal does.
            boolean launched = Files.exists(run.launch());
            if (state == RunState.QUEUED && !launched) {
                waiting.add(place(run));
            } else if (!state.ended() && launched) {
                started.add(place(run));
            }
        }
        return new QueueState(waiting, started, Map.of());
    }

    /** A place for a run, on this host, in the lane its specification names. */
    static QueueState.Place place(RunDirectory run) {
        return new QueueState.Place(run.id(), lane(run), WorkerProcess.current().host());
    }

    private static String lane(RunDirectory run) {
        try {
            return new ExperimentFile().read(run.experiment()).runtime().device();
        } catch (ProblemException _) {
            // Its worker will tell what is wrong with it.
            return "auto";
        }
    }
}
