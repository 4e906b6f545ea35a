package org.smoothbench.app.wording;

import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunSummary;

/** States in words. */
public final class StateWords {

    private StateWords() {}

    /**
     * The state of a run as a person reads it.
     *
     * @param stopping whether a stop has been asked for and the run has not ended yet
     */
    public static String of(RunSummary run, boolean stopping) {
        return stopping ? "stopping…" : run.state().map(RunState::label).orElse("unreadable");
    }
}
