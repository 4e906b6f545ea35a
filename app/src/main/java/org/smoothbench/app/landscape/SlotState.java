package org.smoothbench.app.landscape;

import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.landscape.Landscape;

/** What the page has of one model. */
sealed interface SlotState {

    /** No landscape of the study that is shown. */
    record Nothing() implements SlotState {}

    /** It is being read or computed, and nothing can be seen yet. */
    record Waiting() implements SlotState {}

    /** There is none, and why. */
    record Refused(Notice why) implements SlotState {}

    /**
     * A landscape.
     *
     * @param whole whether all of it is computed
     */
    record Ready(Landscape landscape, boolean whole) implements SlotState {}
}
