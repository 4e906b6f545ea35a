package org.smoothbench.core.launch;

import java.io.IOException;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;

/** Lets runs pause and go on. Safe for any thread. */
public final class RunPauser {

    /**
     * Asks a run's worker to pause at its next step, or holds a run that waits in its place.
     *
     * @return what has been done, in words
     * @throws org.smoothbench.core.problem.ProblemException if the run has ended, or there is none
     */
    public String pause(RunDirectory run) throws IOException {
        RunState state = active(run);
        new ControlRequests(run).requestPause();
        return switch (state) {
            case QUEUED -> "held while it waits";
            case PAUSED -> "paused already";
            case RUNNING, FINISHED, FAILED, CANCELLED, CRASHED -> "asked to pause";
        };
    }

    /** Whether a run has paused, has been asked to, or is held while it waits. */
    public boolean pausing(RunDirectory run) {
        return new ControlRequests(run).pauseRequested()
                && new RunReader()
                        .status(run)
                        .filter(status -> !status.state().ended())
                        .isPresent();
    }

    /**
     * Lets a run go on that has paused, was asked to, or was held while it waited; one that waits is then started by
     * {@link RunQueue#advance}.
     *
     * @throws org.smoothbench.core.problem.ProblemException if the run has ended, or there is none
     */
    public void goOn(RunDirectory run) throws IOException {
        active(run);
        new ControlRequests(run).withdrawPause();
    }

    private static RunState active(RunDirectory run) {
        RunState state = new RunReader()
                .status(run)
                .orElseThrow(() -> new Problem.Usage(
                                "no readable run lies here", run.path().toString(), "see: smoothbench list")
                        .asException())
                .state();
        if (state.ended()) {
            throw new Problem.Usage("the run has ended already: " + state.label(), run.id(), "").asException();
        }
        return state;
    }
}
