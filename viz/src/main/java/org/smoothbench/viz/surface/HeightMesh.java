package org.smoothbench.viz.surface;

import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.ScalarField;

/**
 * A surface as triangles in the {@link Box}: two for each cell of the grid, divided from its lowest to its highest corner;
 * those with a hole are left out. Keeps its arrays from one frame to the next. For one thread.
 */
final class HeightMesh {
    private int columns;
    private int rows;
    /** Heights as shares of their range, NaN for holes. */
    private float[] shares = new float[0];

    private float[] normalX = new float[0];
    private float[] normalY = new float[0];
    private float[] normalZ = new float[0];

    private @Nullable ScalarField field;
    private @Nullable ScalarField target;
    private @Nullable ColourScale scale;
    private double morph;
    private int revision;

    /** Takes the heights of a frame, unless it has them already. */
    void update(SurfaceFrame frame) {
        var model = frame.model();
        if (model.field() == field
                && frame.target() == target
                && model.scale().equals(scale)
                && (frame.morph() == morph || target == null)) {
            return;
        }
        field = model.field();
        target = frame.target();
        scale = model.scale();
        morph = frame.morph();
        columns = model.field().columns();
        rows = model.field().rows();
        revision++;
        reserve(columns * rows);
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                shares[row * columns + column] = (float) model.scale().share(frame.value(column, row));
            }
        }
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                normal(column, row);
            }
        }
    }

    private void reserve(int count) {
        if (shares.length < count) {
            shares = new float[count];
            normalX = new float[count];
            normalY = new float[count];
            normalZ = new float[count];
        }
    }

    private void normal(int column, int row) {
        var at = row * columns + column;
        var slopeX = slope(at, column, columns, 1);
        var slopeY = slope(at, row, rows, columns);
        var length = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        normalX[at] = (float) (-slopeX * length);
        normalY[at] = (float) (-slopeY * length);
        normalZ[at] = (float) length;
    }

    /** The slope at a vertex between the neighbours it has. */
    private double slope(int at, int index, int count, int stride) {
        var before = index > 0 && !Float.isNaN(shares[at - stride]) ? 1 : 0;
        var after = index + 1 < count && !Float.isNaN(shares[at + stride]) ? 1 : 0;
        if (before + after == 0) {
            return 0;
        }
        var rise = (shares[at + after * stride] - shares[at - before * stride]) * Box.TOP;
        var slope = rise * (count - 1) / (2.0 * (before + after));
        return Double.isNaN(slope) ? 0 : slope;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Grows whenever the heights have changed. */
    int revision() {
        return revision;
    }

    double x(int column) {
        return 2.0 * column / (columns - 1) - 1;
    }

    double y(int row) {
        return 2.0 * row / (rows - 1) - 1;
    }

    /** The height of a vertex as a share of the range, NaN for a hole. */
    float share(int index) {
        return shares[index];
    }

    float normalX(int index) {
        return normalX[index];
    }

    float normalY(int index) {
        return normalY[index];
    }

    float normalZ(int index) {
        return normalZ[index];
    }

    /** The height of the triangles at a place of the box, in its unit; NaN outside, in holes and where it is cut off. */
    double heightAt(double x, double y) {
        if (!(x >= -1 && x <= 1 && y >= -1 && y <= 1)) {
            return Double.NaN;
        }
        var across = (x + 1) / 2 * (columns - 1);
        var along = (y + 1) / 2 * (rows - 1);
        var column = Math.min((int) across, columns - 2);
        var row = Math.min((int) along, rows - 2);
        var at = row * columns + column;
        return CellHeight.inBox(CellHeight.between(
                shares[at],
                shares[at + 1],
                shares[at + columns],
                shares[at + columns + 1],
                across - column,
                along - row));
    }
}
