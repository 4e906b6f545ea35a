package org.smoothbench.core.run;

import com.google.gson.Gson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status.json} holds: the last word of the worker, or of the creator if no worker has begun.
 *
 * @param state the state as reported
 * @param worker the worker's process; null before one has begun
 * @param createdMillis when the run was created, milliseconds since 1970
 * @param startedMillis when the worker began, or 0
 * @param heartbeatMillis when this was written; about once a second while running
 * @param endedMillis when the run ended, or 0
 * @param progress how far it is
 * @param device what it computes on, in words; empty while unknown
 * @param message what is being done, or why it ended
 */
public record RunStatus(
        RunState state,
        @Nullable WorkerProcess worker,
        long createdMillis,
        long startedMillis,
        long heartbeatMillis,
        long endedMillis,
        Progress progress,
        String device,
        String message) {

    /** The status of a run that has just been created. */
    public static RunStatus queued(long nowMillis) {
        return new RunStatus(
                RunState.QUEUED, null, nowMillis, 0, nowMillis, 0, Progress.NONE, "", "waiting for a worker");
    }

    /** This status with another state, progress, device and message. */
    private RunStatus with(
            RunState newState, long heartbeat, long ended, Progress newProgress, String newDevice, String newMessage) {
        return new RunStatus(
                newState, worker, createdMillis, startedMillis, heartbeat, ended, newProgress, newDevice, newMessage);
    }

    /** This status further on. */
    public RunStatus advanced(Progress newProgress, String newMessage) {
        return with(state, heartbeatMillis, endedMillis, newProgress, device, newMessage);
    }

    /** This status on a device. */
    public RunStatus on(String newDevice) {
        return with(state, heartbeatMillis, endedMillis, progress, newDevice, message);
    }

    /** This status in another state of a run that is at work. */
    public RunStatus in(RunState newState, String newMessage) {
        return with(newState, heartbeatMillis, endedMillis, progress, device, newMessage);
    }

    /** This status at its end. */
    public RunStatus ended(RunState finalState, String reason, long nowMillis) {
        return with(finalState, nowMillis, nowMillis, progress, device, reason);
    }

    /** The status of a run that ended before its time and waits for a worker again. */
    public RunStatus requeued(long nowMillis) {
        return new RunStatus(
                RunState.QUEUED, null, createdMillis, 0, nowMillis, 0, progress, "", "waiting for a worker");
    }

    /** This status of a run that was stopped while it waited. */
    public RunStatus cancelledBeforeItBegan(long nowMillis) {
        return ended(RunState.CANCELLED, "stopped before it began", nowMillis);
    }

    /** Replaces a run's {@code status.json} by this status. */
    public void writeTo(RunDirectory run) throws IOException {
        WholeFile.replace(run.status(), new Gson().toJson(this));
    }

    RunStatus beaten(long nowMillis) {
        return with(state, nowMillis, endedMillis, progress, device, message);
    }

    /** This status as a reader judges it. */
    RunStatus judged(RunState judgedState, String reason) {
        return with(judgedState, heartbeatMillis, endedMillis, progress, device, reason);
    }
}
