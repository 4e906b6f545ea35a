package org.smoothbench.core.attack;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.smoothbench.core.engine.Batch;

/** Which images of a batch the rows of an attack's tensors are. Those that fell leave it when that pays. */
final class Roster {

    /** Moving rows costs little beside a pass, but on a device every move is a wait. */
    private static final int WORTHWHILE_SHARE = 16;

    private final Finds finds;
    private final boolean lingering;
    private int[] places;

    /**
     * All images of a batch.
     *
     * @param lingering whether images stay although they fell
     */
    Roster(int images, Finds finds, boolean lingering) {
        this.finds = finds;
        this.lingering = lingering;
        this.places = IntStream.range(0, images).toArray();
    }

    /** How many rows there are. */
    int size() {
        return places.length;
    }

    /** The image of a row. */
    int place(int row) {
        return places[row];
    }

    /** The images of rows. */
    int[] places(int... rows) {
        return Arrays.stream(rows).map(row -> places[row]).toArray();
    }

    /** The rows of images that have not fallen and are as wanted. */
    int[] standing(IntPredicate wanted) {
        return IntStream.range(0, places.length)
                .filter(row -> !finds.fell(places[row]) && wanted.test(row))
                .toArray();
    }

    /** The rows of images that are still attacked: those that have not fallen, or all if they linger. */
    int[] attacked() {
        return lingering ? IntStream.range(0, places.length).toArray() : standing(_ -> true);
    }

    /** Whether there is no image left to attack. */
    boolean done() {
        return !lingering && standing(_ -> true).length == 0;
    }

    /** Whether so many fell that they had better leave. */
    boolean worthLeaving() {
        if (lingering) {
            return false;
        }
        int fell = size() - standing(_ -> true).length;
        return fell > 0 && fell * WORTHWHILE_SHARE >= size();
    }

    /** Lets all rows but these leave. */
    void keep(int... rows) {
        places = places(rows);
    }

    /** What a pass said of the images that are still attacked. */
    Visit visit(int step, NDArray iterates, NDArray logits, Reading reading, Batch batch) {
        int[] rows = attacked();
        boolean[] correct = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            correct[i] = reading.predicted(rows[i]) == batch.label(place(rows[i]));
        }
        double[] losses = Arrays.stream(rows).mapToDouble(reading::loss).toArray();
        boolean[] within = new boolean[rows.length];
        Arrays.fill(within, true);
        return new Visit(0, step, places(rows), rows, iterates, logits, losses, correct, within);
    }
}
