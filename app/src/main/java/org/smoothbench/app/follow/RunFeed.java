package org.smoothbench.app.follow;

import java.util.Optional;

/** What whoever shows snapshots may ask of whoever makes them. Safe for any thread; returns at once. */
public interface RunFeed {

    /** From now on snapshots hold the curves and the log of this run; empty for none. */
    void select(Optional<String> runId);

    /** Asks for a snapshot now instead of at the next interval. */
    void refresh();
}
