package org.smoothbench.app.queue;

import java.util.Optional;
import org.smoothbench.core.run.RunState;

/**
 * One run of the queue as it is shown.
 *
 * @param run the name of its folder
 * @param name what it is called
 * @param state its state; empty if it cannot be read
 * @param text what it does or waits for, in words
 * @param progress the share that is done, 0 to 1; negative where no bar is to be shown
 * @param place its place among those that wait in its lane, 0 for the next; negative while it works
 * @param resting whether it has paused, or is held or waits for another host, so that it can be let go on
 */
public record QueueEntry(
        String run, String name, Optional<RunState> state, String text, double progress, int place, boolean resting) {

    /** Whether it waits for its turn. */
    public boolean waits() {
        return place >= 0;
    }

    /** All of it as one sentence, for screen readers. */
    String spoken() {
        return name + ", " + text;
    }
}
