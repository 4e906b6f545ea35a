package org.smoothbench.core.attack;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which images of a batch the rows of an attack's tensors are. Those that fell leave it when that pays. */
final class Roster {

    /** Moving rows costs little beside a pass, but on a device every move is a wait. */
    private static final int WORTHWHILE_SHARE = 16;

    private final Finds finds;
    private int[] places;

    Roster(int images, Finds finds) {
        this.finds = finds;
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

    /** Whether no image is left. */
    boolean allFell() {
        return standing(_ -> true).length == 0;
    }

    /** Whether so many fell that they had better leave. */
    boolean worthLeaving() {
        int fell = size() - standing(_ -> true).length;
        return fell > 0 && fell * WORTHWHILE_SHARE >= size();
    }

    /** Lets all rows but these leave. */
    void keep(int... rows) {
        places = places(rows);
    }
}
