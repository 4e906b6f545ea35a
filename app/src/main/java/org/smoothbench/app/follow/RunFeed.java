package org.smoothbench.app.follow;

import java.util.Optional;
import java.util.Set;

/** What whoever shows snapshots may ask of whoever makes them. Safe for any thread; returns at once. */
public interface RunFeed {

    /** From now on snapshots hold the curves, events and log of this run; empty for none. */
    void select(Optional<String> runId);

    /** From now on snapshots hold the curves and events of these runs beside the selected one's. */
    void follow(Set<String> runIds);

    /** Asks for a snapshot now instead of at the next interval. */
    void refresh();
}
