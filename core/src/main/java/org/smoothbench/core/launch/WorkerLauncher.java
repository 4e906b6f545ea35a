package org.smoothbench.core.launch;

import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.WorkerProcess;

/** Starts worker processes. Safe for any thread. */
@FunctionalInterface
public interface WorkerLauncher {

    /**
     * Starts a worker for a queued run, writes the process to {@code launch.json} and returns at once. When the worker has
     * ended, however it ended, what waits behind it in the queue is started.
     *
     * @param share among how many workers the machine's processors are divided, from 1
     * @throws org.smoothbench.core.problem.ProblemException if no process can be started
     */
    WorkerProcess start(RunDirectory run, int share);
}
