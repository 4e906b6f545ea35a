package org.smoothbench.core.model;

/**
 * One way in which arrays do not fit a network.
 *
 * @param name of the array
 * @param expected its shape in the network, such as {@code (10, 512)}, or {@code nothing}
 * @param found its shape among the arrays, with the type if that cannot be used, or {@code nothing}
 */
public record WeightMismatch(String name, String expected, String found) {

    /** Stands for an array that is not there. */
    static final String NOTHING = "nothing";

    /** The mismatch as one clause. */
    public String text() {
        return name + ": expected " + expected + ", found " + found;
    }
}
