package org.smoothbench.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Requests to a worker, as files in {@code control/}: whoever asks creates one, the worker removes it as its answer. */
public final class ControlRequests {

    private final Path stop;

    /** The requests of one run. */
    public ControlRequests(RunDirectory run) {
        stop = run.control().resolve("stop");
    }

    /** Asks the worker to stop at the next step, keeping a checkpoint; asking again changes nothing. */
    public void requestStop() throws IOException {
        Files.createDirectories(stop.resolveSibling(".").normalize());
        if (!Files.exists(stop)) {
            Files.writeString(stop, "");
        }
    }

    /** Whether a stop has been asked for and not answered. */
    public boolean stopRequested() {
        return Files.exists(stop);
    }

    /** Answers a stop; for the worker. */
    public void acknowledgeStop() throws IOException {
        Files.deleteIfExists(stop);
    }
}
