package org.smoothbench.core.attack;

/**
 * How large Square's squares are: a share of the pixels that halves after certain iterations (Andriushchenko et al. 2020,
 * section 3.1), counted as for ten thousand queries whatever the number of queries, as AutoAttack runs it.
 *
 * @param firstShare share of the pixels in the first squares
 */
record SquareSchedule(double firstShare) {

    /** The last iterations before the share halves. */
    private static final int[] HALVES_AFTER = {10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000};

    /** Smaller windows have no room for two bumps. */
    private static final int LEAST_WINDOW = 3;

    /** The share of the pixels in the square of an iteration, counted from 0. */
    double share(int iteration) {
        double share = firstShare;
        for (int last : HALVES_AFTER) {
            share = iteration > last ? share / 2 : share;
        }
        return share;
    }

    /** The side of an iteration's square, in pixels. */
    int side(int iteration, int height, int width) {
        return Math.min(Math.max(rounded(iteration, height, width), 1), Math.min(height, width));
    }

    /** The side of an iteration's window for bumps, in pixels: odd where the image has room. */
    int window(int iteration, int height, int width) {
        int side = Math.max(rounded(iteration, height, width), LEAST_WINDOW);
        return Math.min(side % 2 == 0 ? side + 1 : side, Math.min(height, width));
    }

    private int rounded(int iteration, int height, int width) {
        return (int) Math.rint(Math.sqrt(share(iteration) * height * width));
    }
}
