package org.smoothbench.core.launch;

import java.util.List;
import java.util.Optional;

/**
 * The queue at one moment.
 *
 * @param lanes those in which runs work or wait, or whose limit was set, by name
 */
public record QueueSnapshot(List<Lane> lanes) {

    /** Nothing works and nothing waits. */
    public static final QueueSnapshot EMPTY = new QueueSnapshot(List.of());

    public QueueSnapshot {
        lanes = List.copyOf(lanes);
    }

    /**
     * The runs of one device.
     *
     * @param name {@code auto}, {@code cpu}, {@code gpu:0} …, as the specifications name the device
     * @param limit how many of them work at once; with 0 none is started
     * @param working the names of the folders of runs that workers are at
     * @param waiting those that wait, the next one first
     */
    public record Lane(String name, int limit, List<String> working, List<Waiting> waiting) {

        public Lane {
            working = List.copyOf(working);
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * A run that waits.
     *
     * @param run the name of its folder
     * @param held whether it stays in its place until it is let go on
     * @param host the host it waits for, if that is not this one
     */
    public record Waiting(String run, boolean held, Optional<String> host) {}

    /** Whether any run works or waits. */
    public boolean empty() {
        return lanes.stream()
                .allMatch(lane -> lane.working().isEmpty() && lane.waiting().isEmpty());
    }
}
