package org.smoothbench.core.launch;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WholeFile;

/** Stops runs, whether a worker is at them or they wait for one. Safe for any thread. */
public final class RunStopper {

    /**
     * Asks a run's worker to stop, or cancels a run that no worker was ever started for.
     *
     * @return what has been done, in words
     * @throws org.smoothbench.core.problem.ProblemException if the run has ended, or there is none
     */
    public String stop(RunDirectory run) throws IOException {
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
        if (status.state() == RunState.QUEUED && !Files.exists(run.launch())) {
            RunStatus cancelled =
                    status.ended(RunState.CANCELLED, "stopped before it began", System.currentTimeMillis());
            WholeFile.replace(run.status(), new Gson().toJson(cancelled));
            return "cancelled before it began";
        }
        new ControlRequests(run).requestStop();
        return "asked to stop";
    }
}
