package org.smoothbench.core.launch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What {@code queue.json} holds.
 *
 * @param waiting the runs that wait, the next one first
 * @param started the runs that were started and may still be at work
 * @param limits how many runs of a lane work at once, where that is not 1; 0 starts none
 */
record QueueState(List<Place> waiting, List<Place> started, Map<String, Integer> limits) {

    static final QueueState EMPTY = new QueueState(List.of(), List.of(), Map.of());

    static final int MOST_AT_ONCE = 64;

    /**
     * A run's place in the queue.
     *
     * @param run the name of its folder
     * @param lane the device as its specification names it
     * @param host the host it was queued on, whose files and devices it is meant for
     */
    record Place(String run, String lane, String host) {

        Place {
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(lane, "lane");
            Objects.requireNonNull(host, "host");
        }
    }

    QueueState {
        waiting = List.copyOf(waiting);
        started = List.copyOf(started);
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
        limits.values().forEach(QueueState::requireLimit);
    }

    private static void requireLimit(int limit) {
        if (limit < 0 || limit > MOST_AT_ONCE) {
            throw new IllegalArgumentException("a limit of " + limit);
        }
    }

    int limit(String lane) {
        return limits.getOrDefault(lane, 1);
    }

    boolean waits(String run) {
        return waiting.stream().anyMatch(place -> place.run().equals(run));
    }

    QueueState with(List<Place> nowWaiting, List<Place> nowStarted) {
        return new QueueState(nowWaiting, nowStarted, limits);
    }

    QueueState without(String run) {
        return with(waiting.stream().filter(place -> !place.run().equals(run)).toList(), started);
    }

    QueueState withLimit(String lane, int limit) {
        Map<String, Integer> changed = new TreeMap<>(limits);
        changed.put(lane, limit);
        return new QueueState(waiting, started, changed);
    }

    /** With a waiting run in another place among those of its lane; other lanes keep theirs. */
    QueueState moved(String run, int index) {
        Place mover = waiting.stream()
                .filter(place -> place.run().equals(run))
                .findFirst()
                .orElseThrow();
        int[] places = IntStream.range(0, waiting.size())
                .filter(i -> waiting.get(i).lane().equals(mover.lane()))
                .toArray();
        List<Place> lane = new ArrayList<>();
        for (int place : places) {
            lane.add(waiting.get(place));
        }
        lane.remove(mover);
        lane.add(Math.clamp(index, 0, lane.size()), mover);
        List<Place> changed = new ArrayList<>(waiting);
        for (int i = 0; i < places.length; i++) {
            changed.set(places[i], lane.get(i));
        }
        return with(changed, started);
    }

    String json() {
        return new GsonBuilder().setPrettyPrinting().create().toJson(this);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws JsonParseException if the text is anything else
     */
    static QueueState parse(String text) {
        try {
            QueueState state = new Gson().fromJson(text, QueueState.class);
            if (state == null) {
                throw new JsonParseException("the file is empty");
            }
            return state;
        } catch (RuntimeException e) {
            // Gson passes on what the record's constructor finds missing or out of range.
            throw e instanceof JsonParseException known ? known : new JsonParseException(e.getMessage(), e);
        }
    }
}
