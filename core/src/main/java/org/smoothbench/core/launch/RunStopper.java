package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;

/** Stops runs, whether a worker is at them or they wait for one. Safe for any thread. */
public final class RunStopper {

    /**
     * Asks a run's worker to stop, or cancels a run that waits for one.
     *
     * @return what has been done, in words
     * @throws org.smoothbench.core.problem.ProblemException if the run has ended, or there is none
     */
    public String stop(RunDirectory run) throws IOException {
        Path root = run.path().getParent();
        if (root == null || !new QueueFile(root).exists()) {
            return stopNow(run);
        }
        // While the lock is held nobody starts a worker for it.
        String[] done = {""};
        new QueueFile(root).change(queue -> {
            done[0] = stopNow(run);
            return queue.without(run.id());
        });
        return done[0];
    }

    private static String stopNow(RunDirectory run) throws IOException {
        RunStatus status = new RunReader()
                .status(run)
                .orElseThrow(() -> new Problem.Usage(
                                "no readable run lies here", run.path().toString(), "see: smoothbench list")
                        .asException());
        if (status.state().ended()) {
            throw new Problem.Usage(
                            "the run has ended already: " + status.state().label(), run.id(), "")
                    .asException();
        }
        ControlRequests requests = new ControlRequests(run);
        if (status.state() == RunState.QUEUED && !Files.exists(run.launch())) {
            status.cancelledBeforeItBegan(System.currentTimeMillis()).writeTo(run);
            requests.acknowledgeStop();
            return "cancelled before it began";
        }
        requests.requestStop();
        return "asked to stop";
    }
}
