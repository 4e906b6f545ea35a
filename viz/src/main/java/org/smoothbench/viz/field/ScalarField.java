package org.smoothbench.viz.field;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.Range;

/**
 * A number at each vertex of a regular grid, e.g. the loss over two directions, and perhaps a class. A vertex without a
 * number is a hole. Arrays are copied on the way in and on the way out, so a field never changes; any thread.
 *
 * <p>Column 0 lies at the lower end of x, the last column at its upper end, and rows likewise along y, so that row 0 is at the
 * bottom of a picture. Arrays are row by row: the vertex of a column and a row is at {@code row * columns + column}.
 */
public final class ScalarField {
    /** The class of a vertex that has none. */
    public static final short NO_CLASS = -1;

    private final int columns;
    private final int rows;
    private final Range x;
    private final Range y;
    private final float[] values;
    private final short @Nullable [] classes;
    /** The numbers without the holes, ascending. */
    private final float[] sorted;

    private ScalarField(int columns, int rows, Range x, Range y, float[] values, short @Nullable [] classes) {
        this.columns = columns;
        this.rows = rows;
        this.x = x;
        this.y = y;
        this.values = values;
        this.classes = classes;
        this.sorted = ascending(values);
    }

    /**
     * A field without classes.
     *
     * @param columns the number of vertices along x, 2 or more
     * @param rows the number of vertices along y, 2 or more
     * @param values row by row; what is not finite is a hole
     * @throws IllegalArgumentException if there are too few columns or rows, or not as many values as vertices
     */
    public static ScalarField of(int columns, int rows, Range x, Range y, float[] values) {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException(
                    "a field needs at least 2 columns and 2 rows, not " + columns + " and " + rows);
        }
        checkLength("values", values.length, columns, rows);
        var own = values.clone();
        for (var i = 0; i < own.length; i++) {
            own[i] = Float.isFinite(own[i]) ? own[i] : Float.NaN;
        }
        return new ScalarField(columns, rows, x, y, own, null);
    }

    /**
     * The same field with a class at each vertex.
     *
     * @param ids row by row, 0 or more; {@link #NO_CLASS} where none is known
     * @throws IllegalArgumentException unless there are as many as vertices, none below {@link #NO_CLASS}
     */
    public ScalarField withClasses(short[] ids) {
        checkLength("classes", ids.length, columns, rows);
        var own = ids.clone();
        for (var i = 0; i < own.length; i++) {
            if (own[i] < NO_CLASS) {
                throw new IllegalArgumentException("the class of vertex " + i + " cannot be " + own[i]);
            }
        }
        return new ScalarField(columns, rows, x, y, values, own);
    }

    private static void checkLength(String what, int length, int columns, int rows) {
        if (length != (long) columns * rows) {
            throw new IllegalArgumentException(
                    columns + " by " + rows + " vertices need as many " + what + ", not " + length);
        }
    }

    private static float[] ascending(float[] values) {
        var numbers = new float[values.length];
        var count = 0;
        for (var value : values) {
            if (!Float.isNaN(value)) {
                numbers[count++] = value;
            }
        }
        var sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The number of vertices along x, 2 or more. */
    public int columns() {
        return columns;
    }

    /** The number of vertices along y, 2 or more. */
    public int rows() {
        return rows;
    }

    /** From the first column to the last. */
    public Range xRange() {
        return x;
    }

    /** From the first row to the last. */
    public Range yRange() {
        return y;
    }

    /** The x of a column; of 0 and the last exactly the ends of the range. */
    public double x(int column) {
        return along(x, Objects.checkIndex(column, columns), columns);
    }

    /** The y of a row; of 0 and the last exactly the ends of the range. */
    public double y(int row) {
        return along(y, Objects.checkIndex(row, rows), rows);
    }

    private static double along(Range range, int index, int count) {
        // A zero in the middle of a symmetric range must be exactly zero.
        return (range.min() * (count - 1 - index) + range.max() * index) / (count - 1);
    }

    /** The column nearest to an x, also from outside. */
    public int nearestColumn(double atX) {
        return Math.clamp(Math.round(place(atX, x, columns)), 0, columns - 1);
    }

    /** The row nearest to a y, also from outside. */
    public int nearestRow(double atY) {
        return Math.clamp(Math.round(place(atY, y, rows)), 0, rows - 1);
    }

    private static double place(double at, Range range, int count) {
        return (at - range.min()) / range.width() * (count - 1);
    }

    /** The number at a vertex; NaN for a hole. */
    public float value(int column, int row) {
        return values[index(column, row)];
    }

    /** A copy of all numbers, row by row; NaN for holes. */
    public float[] values() {
        return values.clone();
    }

    /** Whether the vertices have classes. */
    public boolean hasClasses() {
        return classes != null;
    }

    /** The class of a vertex; {@link #NO_CLASS} if it has none. */
    public short classAt(int column, int row) {
        return classes == null ? NO_CLASS : classes[index(column, row)];
    }

    /** A copy of all classes, row by row, if there are any. */
    public Optional<short[]> classes() {
        return Optional.ofNullable(classes).map(short[]::clone);
    }

    private int index(int column, int row) {
        return Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns);
    }

    /**
     * The number at a place between vertices, bilinear in its cell: exact at vertices and for what is linear in x and y.
     *
     * @return NaN outside the grid, and where a hole would have a say
     */
    public double at(double atX, double atY) {
        if (!x.contains(atX) || !y.contains(atY)) {
            return Double.NaN;
        }
        var column = place(atX, x, columns);
        var row = place(atY, y, rows);
        var left = Math.min((int) column, columns - 2);
        var bottom = Math.min((int) row, rows - 2);
        var right = column - left;
        var up = row - bottom;
        return mixed(
                mixed(value(left, bottom), value(left + 1, bottom), right),
                mixed(value(left, bottom + 1), value(left + 1, bottom + 1), right),
                up);
    }

    /** A neighbour of no weight may be a hole. */
    private static double mixed(double from, double to, double share) {
        if (share == 0) {
            return from;
        }
        return share == 1 ? to : from * (1 - share) + to * share;
    }

    /** The least number; NaN if there are only holes. */
    public double min() {
        return quantile(0);
    }

    /** The greatest number; NaN if there are only holes. */
    public double max() {
        return quantile(1);
    }

    /**
     * The number below which a share of all lies, holes left out; between two of them it is linear in the share.
     *
     * @param share from 0, the least, to 1, the greatest
     * @return NaN if there are only holes
     * @throws IllegalArgumentException unless the share is from 0 to 1
     */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile's share must be from 0 to 1, not " + share);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var place = share * (sorted.length - 1);
        var below = (int) place;
        return mixed(sorted[below], sorted[Math.min(below + 1, sorted.length - 1)], place - below);
    }

    /** From the least number to the greatest, with room on both sides if they are the same; none if there are only holes. */
    public Optional<Range> valueRange() {
        return sorted.length == 0 ? Optional.empty() : Optional.of(Range.covering(min(), max()));
    }

    /** The number of vertices without a number. */
    public int holes() {
        return values.length - sorted.length;
    }
}
