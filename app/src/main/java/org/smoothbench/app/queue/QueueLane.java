package org.smoothbench.app.queue;

import java.util.List;

/**
 * The runs of one device as they are shown.
 *
 * @param name the lane's name in specifications
 * @param title what it is called on screen
 * @param limit how many work at once; with 0 none is started
 * @param entries those at work, then those that wait, the next one first
 */
public record QueueLane(String name, String title, int limit, List<QueueEntry> entries) {

    public QueueLane {
        entries = List.copyOf(entries);
    }

    /** What a lane is called on screen. */
    static String title(String lane) {
        if (lane.equals("auto")) {
            return "Automatic";
        }
        return lane.equals("cpu") ? "CPU" : lane.replace("gpu:", "GPU ");
    }
}
