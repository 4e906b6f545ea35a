package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Requests to a worker, as files in {@code control/}: whoever asks creates one, the worker removes it as its answer. */
public final class ControlRequests {

    private final Path stop;
    private final Path pause;

    /** The requests of one run. */
    public ControlRequests(RunDirectory run) {
        stop = run.control().resolve("stop");
        pause = run.control().resolve("pause");
    }

    /** Asks the worker to stop at the next step, keeping a checkpoint; asking again changes nothing. */
    public void requestStop() throws IOException {
        leave(stop);
    }

    /** Whether a stop has been asked for and not answered. */
    public boolean stopRequested() {
        return Files.exists(stop);
    }

    /** Answers a stop, which also ends a pause; for the worker. */
    public void acknowledgeStop() throws IOException {
        Files.deleteIfExists(stop);
        Files.deleteIfExists(pause);
    }

    /** Asks the worker to pause at the next step for as long as the request is there; asking again changes nothing. */
    public void requestPause() throws IOException {
        leave(pause);
    }

    /** Whether the run is to pause. */
    public boolean pauseRequested() {
        return Files.exists(pause);
    }

    /** Takes the request to pause back, so that the run goes on. */
    public void withdrawPause() throws IOException {
        Files.deleteIfExists(pause);
    }

    private static void leave(Path request) throws IOException {
        Files.createDirectories(request.resolveSibling(".").normalize());
        if (!Files.exists(request)) {
            Files.writeString(request, "");
        }
    }
}
