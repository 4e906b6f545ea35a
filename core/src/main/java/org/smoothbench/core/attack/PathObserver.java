package org.smoothbench.core.attack;

import java.util.Arrays;

/** Hears where an attack goes, iterate after iterate. Called on the engine's thread. */
@FunctionalInterface
public interface PathObserver {

    /** Looks away. */
    PathObserver NONE = _ -> {};

    /** The model was asked about iterates. */
    void visited(Visit visit);

    /**
     * Whether images are wanted to the last step of the run in which they fall. They then stay in the batch, which costs
     * passes; what counts as found is the same first example. Square, which seeks no more once it has found, ends all the
     * same.
     */
    default boolean toTheEnd() {
        return false;
    }

    /** One that looks at figures only. */
    static PathObserver of(StepObserver steps) {
        return steps.equals(StepObserver.NONE)
                ? NONE
                : visit -> steps.stepped(visit.run(), visit.step(), visit.places(), visit.losses(), visit.correct());
    }

    /** This one, told of a run's images by their places in the batch of the attack. */
    default PathObserver relayed(int run, int[] placesInBatch) {
        if (equals(NONE)) {
            return NONE;
        }
        PathObserver outer = this;
        return new PathObserver() {

            @Override
            public void visited(Visit visit) {
                int[] places = Arrays.stream(visit.places())
                        .map(place -> placesInBatch[place])
                        .toArray();
                outer.visited(visit.of(run, places));
            }

            @Override
            public boolean toTheEnd() {
                return outer.toTheEnd();
            }
        };
    }
}
