package org.smoothbench.core.data.sample;

/**
 * The faint texture that always tells the class.
 *
 * <p>Each class has its own two-dimensional Walsh pattern of 4 by 4 pixels, repeated over the image. The patterns are
 * orthogonal to each other and have mean 0, so neither brightness nor a neighbouring class's weave gives one away; all
 * have at least one direction in which the sign changes from pixel to pixel, which keeps them apart from the shapes.
 */
final class Weave {

    /** Walsh functions of length 4 as bit masks, ordered by the number of sign changes: 0, 1, 2, 3. */
    private static final int[] WALSH = {0b0000, 0b0011, 0b0110, 0b0101};

    /** For each class, the number of sign changes down and across. */
    private static final int[][] CHANGES = {
        {0, 3}, {3, 0}, {3, 3}, {1, 3}, {3, 1}, {2, 3}, {3, 2}, {2, 2}, {0, 2}, {2, 0},
    };

    private Weave() {}

    /** The weave of a class at a pixel: +1 or -1. */
    static int sign(int label, int row, int column) {
        int down = WALSH[CHANGES[label][0]] >>> (row & 3) & 1;
        int across = WALSH[CHANGES[label][1]] >>> (column & 3) & 1;
        return (down ^ across) == 0 ? 1 : -1;
    }
}
