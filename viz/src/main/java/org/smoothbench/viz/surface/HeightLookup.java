package org.smoothbench.viz.surface;

/** The triangles of a frame's surface, looked up one by one without a mesh. Any thread. */
record HeightLookup(SurfaceFrame frame) {
    /** The height in the box of a place of the box; NaN outside, in holes and where it is cut off. */
    double at(double x, double y) {
        var field = frame.model().field();
        if (!(x >= -1 && x <= 1 && y >= -1 && y <= 1)) {
            return Double.NaN;
        }
        var across = (x + 1) / 2 * (field.columns() - 1);
        var along = (y + 1) / 2 * (field.rows() - 1);
        var column = Math.min((int) across, field.columns() - 2);
        var row = Math.min((int) along, field.rows() - 2);
        return CellHeight.inBox(CellHeight.between(
                share(column, row),
                share(column + 1, row),
                share(column, row + 1),
                share(column + 1, row + 1),
                across - column,
                along - row));
    }

    /** The height at a vertex in the box; NaN for a hole and where it is cut off. */
    double vertex(int column, int row) {
        return CellHeight.inBox(share(column, row));
    }

    private double share(int column, int row) {
        return frame.model().scale().share(frame.value(column, row));
    }
}
