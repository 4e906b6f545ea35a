package org.smoothbench.core.landscape;

/**
 * Evenly spaced places along a direction.
 *
 * @param label what the direction is, such as {@code PGD-10}
 * @param unit of the numbers, such as {@code eps}
 * @param from the first place
 * @param to the last
 * @param count how many there are; 1 where there is no such direction, and then it is at 0
 */
public record Axis(String label, String unit, double from, double to, int count) {

    /** No direction. */
    public static final Axis NONE = new Axis("", "", 0, 0, 1);

    /** A place, counted from 0; the middle of a symmetrical axis is 0 to the last bit. */
    public double at(int index) {
        if (count == 1) {
            return 0;
        }
        if (index == 0 || index == count - 1) {
            return index == 0 ? from : to;
        }
        return (from * (count - 1 - index) + to * index) / (count - 1);
    }

    /** The distance between places. */
    public double spacing() {
        return count == 1 ? 0 : (to - from) / (count - 1);
    }
}
