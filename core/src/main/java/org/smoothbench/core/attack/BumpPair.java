package org.smoothbench.core.attack;

/**
 * The pattern of Square's L2 moves (Andriushchenko et al. 2020, section 3.3): one bump up, one down, each falling off from
 * its middle like the sum of inverse squares, together of Euclidean length 1.
 */
final class BumpPair {

    private BumpPair() {}

    /**
     * The pattern, the upper half positive.
     *
     * @param side of the window
     * @param turned whether the left half is positive instead
     * @return row by row
     */
    static float[] of(int side, boolean turned) {
        double[] values = new double[side * side];
        int half = side / 2;
        put(values, side, 0, half, 1);
        put(values, side, half, side - half, -1);
        double length = length(values, 0, values.length);
        float[] pattern = new float[values.length];
        for (int i = 0; i < pattern.length; i++) {
            int from = turned ? i % side * side + i / side : i;
            pattern[i] = (float) (values[from] / length);
        }
        return pattern;
    }

    /** One bump of length 1 into some rows of the window. */
    private static void put(double[] values, int side, int firstRow, int rows, int sign) {
        if (rows == 0) {
            return;
        }
        int middleRow = rows / 2;
        int middleColumn = side / 2;
        int rings = Math.max(middleRow, middleColumn) + 1;
        for (int ring = 0; ring < rings; ring++) {
            // Each ring's square is clipped by its far ends only where they leave the window, as in AutoAttack.
            int top = Math.max(middleRow - ring, 0);
            int bottom = Math.min(middleRow - ring + 2 * ring + 1, rows);
            int left = Math.max(middleColumn - ring, 0);
            int right = Math.min(middleColumn - ring + 2 * ring + 1, side);
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    values[(firstRow + row) * side + column] += 1.0 / ((ring + 1.0) * (ring + 1));
                }
            }
        }
        int from = firstRow * side;
        int to = from + rows * side;
        double length = length(values, from, to);
        for (int i = from; i < to; i++) {
            values[i] *= sign / length;
        }
    }

    private static double length(double[] values, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += values[i] * values[i];
        }
        return Math.sqrt(squares);
    }
}
