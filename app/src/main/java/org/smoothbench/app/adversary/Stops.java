package org.smoothbench.app.adversary;

import java.util.List;
import java.util.TreeSet;
import org.smoothbench.core.probe.bench.AttackedImage;

/**
 * Where one can stop while going through attacks side by side: every step that one of them took, and for Square every query
 * after which one of them had another image.
 *
 * @param word what the numbers count
 * @param numbers ascending
 */
record Stops(String word, List<Integer> numbers) {

    /** There is no way to go. */
    static final Stops NONE = new Stops("step", List.of());

    static Stops of(List<AttackedImage> attacks) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (AttackedImage attacked : attacks) {
            attacked.path().forEach(at -> numbers.add(at.step()));
            if (!attacked.path().isEmpty()) {
                numbers.add(attacked.lastStep());
            }
        }
        return attacks.isEmpty() ? NONE : new Stops(attacks.getFirst().stepWord(), List.copyOf(numbers));
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The last of them; 0 if there is none. */
    int last() {
        return numbers.isEmpty() ? 0 : numbers.getLast();
    }

    /** The place of the last stop that is not beyond a step; -1 before the first. */
    int placeOf(int step) {
        int place = -1;
        while (place + 1 < numbers.size() && numbers.get(place + 1) <= step) {
            place++;
        }
        return place;
    }

    /**
     * So many stops on, or back for numbers below 0; as far as there are any.
     *
     * @param step from where; below 0 for none, which is before the first on the way on and after the last on the way back
     */
    int from(int step, int by) {
        int place = step < 0 ? (by > 0 ? -1 : numbers.size()) : placeOf(step);
        return numbers.get(Math.clamp(place + by, 0, numbers.size() - 1));
    }
}
