package org.smoothbench.core.run;

import java.util.Locale;

/** The states of a run; the worker reports all but {@link #CRASHED}, which a reader concludes. */
public enum RunState {
    /** Created, and no worker has begun. */
    QUEUED,
    /** A worker is at it. */
    RUNNING,
    /** A worker holds it and waits. */
    PAUSED,
    /** Every epoch is done. */
    FINISHED,
    /** The worker met a problem and said so. */
    FAILED,
    /** Stopped on request. */
    CANCELLED,
    /** Said to be running, but its worker is gone. */
    CRASHED;

    /** Whether nothing more will happen unless somebody acts. */
    public boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> false;
            case FINISHED, FAILED, CANCELLED, CRASHED -> true;
        };
    }

    /** The state as a person reads it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
