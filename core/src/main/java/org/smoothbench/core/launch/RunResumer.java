package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.training.CheckpointInfo;
import org.smoothbench.core.training.Checkpoints;

/** Lets a run that ended before its time wait for a worker again; the worker goes on from the last checkpoint. */
public final class RunResumer {

    /**
     * Queues a run that was stopped, failed or crashed.
     *
     * @param fromBest whether to go on from the best checkpoint instead of the last one
     * @return the checkpoint it will go on from; empty if there is none and it begins anew
     * @throws ProblemException if the run is finished, at work, or its checkpoint is damaged or missing; then it stays as it is
     */
    public Optional<CheckpointInfo> requeue(RunDirectory run, boolean fromBest) {
        RunStatus status = new RunReader()
                .status(run)
                .orElseThrow(() -> new Problem.Usage(
                                "no run lies here", run.path().toString(), "see the runs with: smoothbench list")
                        .asException());
        requireEndedEarly(run, status.state());
        try {
            Checkpoints checkpoints = new Checkpoints(run);
            if (fromBest) {
                checkpoints.goBackToBest();
            }
            Optional<CheckpointInfo> checkpoint = checkpoints.info("last");
            if (checkpoint.isPresent()) {
                checkpoints.requireWhole(checkpoint.get());
            }
            new ControlRequests(run).acknowledgeStop();
            // It names the worker that is gone, which would make the waiting run look crashed.
            Files.deleteIfExists(run.launch());
            status.requeued(System.currentTimeMillis()).writeTo(run);
            return checkpoint;
        } catch (IOException e) {
            throw new Problem.Usage(
                            "the run directory cannot be written: " + e,
                            run.path().toString(),
                            "check that you may write there and that disk is left")
                    .asException(e);
        }
    }

    private static void requireEndedEarly(RunDirectory run, RunState state) {
        String remedy = switch (state) {
            case CANCELLED, FAILED, CRASHED -> "";
            case FINISHED -> "start a new run with more epochs instead";
            case QUEUED, RUNNING, PAUSED -> "stop it first";
        };
        if (!remedy.isEmpty()) {
            throw new Problem.Usage("the run is " + state.label(), run.path().toString(), remedy).asException();
        }
    }
}
