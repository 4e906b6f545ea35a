package org.smoothbench.viz.surface;

/** Heights within a cell of the grid: two triangles, divided from the lowest corner to the highest; cut off at the range. */
final class CellHeight {
    /** What rounding may add to a share of the range. */
    static final float SLACK = 1e-4f;

    private CellHeight() {}

    /**
     * The share of the range at a place in a cell.
     *
     * @param low the share at 0, 0
     * @param right the share at 1, 0
     * @param up the share at 0, 1
     * @param high the share at 1, 1
     */
    static double between(double low, double right, double up, double high, double x, double y) {
        return x >= y ? low + x * (right - low) + y * (high - right) : low + y * (up - low) + x * (high - up);
    }

    /** The height in the box of a share of the range; NaN where the surface is cut off. */
    static double inBox(double share) {
        return share >= -SLACK && share <= 1 + SLACK ? share * Box.TOP : Double.NaN;
    }
}
