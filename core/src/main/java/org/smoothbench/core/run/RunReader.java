package org.smoothbench.core.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what runs say of themselves and judges whether it can be true: a run is running only while its process lives.
 * Safe for any thread.
 */
public final class RunReader {

    /** After this long without a heartbeat a worker on another host, which cannot be asked, counts as gone. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Gson gson = new Gson();

    /** Judges by a clock. */
    public RunReader(Clock clock) {
        this.clock = clock;
    }

    /** Judges by the system's clock. */
    public RunReader() {
        this(Clock.systemUTC());
    }

    /** The state of a run as files and process table together say; empty if the folder holds no readable run. */
    public Optional<RunStatus> status(RunDirectory run) {
        return read(run.status(), RunStatus.class)
                .filter(status -> status.state() != null && status.progress() != null)
                .map(status -> judge(run, status));
    }

    private RunStatus judge(RunDirectory run, RunStatus status) {
        return switch (status.state()) {
            case FINISHED, FAILED, CANCELLED, CRASHED -> status;
            case RUNNING, PAUSED -> judgeWorker(status, status.worker(), "its worker process is gone");
            case QUEUED ->
                judgeWorker(
                        status,
                        read(run.launch(), WorkerProcess.class).orElse(null),
                        "its worker process ended before it began; see log.txt");
        };
    }

    @SuppressWarnings("NullAway") // A damaged file may lack what the records promise.
    private RunStatus judgeWorker(RunStatus status, @Nullable WorkerProcess worker, String reason) {
        boolean unknown = worker == null || worker.host() == null;
        if (unknown && status.state() == RunState.QUEUED) {
            return status;
        }
        boolean silent = clock.millis() - status.heartbeatMillis() > SILENCE.toMillis();
        boolean gone = unknown ? silent : worker.alive().map(alive -> !alive).orElse(silent);
        return gone ? status.judged(RunState.CRASHED, reason) : status;
    }

    private <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.ofNullable(gson.fromJson(Files.readString(file), type));
        } catch (IOException | JsonParseException _) {
            return Optional.empty();
        }
    }
}
