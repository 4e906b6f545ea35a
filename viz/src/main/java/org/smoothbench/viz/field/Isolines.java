package org.smoothbench.viz.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Ticks;

/**
 * Finds the lines of one value in a field by marching squares. They cross the edges between vertices where a linear function
 * would; where two lines meet in a cell, its bilinear saddle decides which ends belong together. A cell with a hole has
 * none. Keeps its buffers for the next level, hence for one thread.
 */
public final class Isolines {
    private static final int NONE = -1;

    private final ScalarField field;
    /** Each edge's neighbours on its line: two for each, first all edges along x, then all along y. */
    private final int[] links;
    /** The edges that a line crosses, in the order of their cells, some twice. */
    private int[] crossed = new int[256];

    private int count;
    /** The line that is being followed. */
    private double[] xs = new double[256];

    private double[] ys = new double[256];
    private int size;

    /** Lines of a field. */
    public Isolines(ScalarField field) {
        this.field = field;
        this.links = new int[4 * field.columns() * field.rows()];
        Arrays.fill(links, NONE);
    }

    /** Round values inside a range, its ends left out, ascending: at most as many as asked for, 1 or more. */
    public static double[] levels(Range values, int most) {
        var ticks = Ticks.within(values, most, 0);
        return IntStream.range(0, ticks.count())
                .mapToDouble(ticks::value)
                .filter(value -> value > values.min() && value < values.max())
                .toArray();
    }

    /** The lines of several values, in their order. */
    public List<Isoline> at(double... levels) {
        return DoubleStream.of(levels)
                .boxed()
                .flatMap(level -> at(level).stream())
                .toList();
    }

    /** The lines of one value: where the field passes from below it to it or above. */
    public List<Isoline> at(double level) {
        count = 0;
        for (var row = 0; row + 1 < field.rows(); row++) {
            for (var column = 0; column + 1 < field.columns(); column++) {
                march(column, row, level);
            }
        }
        var lines = new ArrayList<Isoline>();
        // Lines with ends first: whatever is left then is closed.
        collect(level, false, lines);
        collect(level, true, lines);
        return lines;
    }

    private void march(int column, int row, double level) {
        var lowerLeft = field.value(column, row);
        var lowerRight = field.value(column + 1, row);
        var upperRight = field.value(column + 1, row + 1);
        var upperLeft = field.value(column, row + 1);
        if (Float.isNaN(lowerLeft + lowerRight + upperRight + upperLeft)) {
            return;
        }
        var bottom = alongX(column, row);
        var right = alongY(column + 1, row);
        var top = alongX(column, row + 1);
        var left = alongY(column, row);
        var above = (lowerLeft >= level ? 1 : 0)
                | (lowerRight >= level ? 2 : 0)
                | (upperRight >= level ? 4 : 0)
                | (upperLeft >= level ? 8 : 0);
        switch (above) {
            case 1, 14 -> link(bottom, left);
            case 2, 13 -> link(bottom, right);
            case 3, 12 -> link(left, right);
            case 4, 11 -> link(right, top);
            case 6, 9 -> link(bottom, top);
            case 7, 8 -> link(left, top);
            case 5, 10 -> {
                var saddle = ((double) lowerLeft * upperRight - (double) lowerRight * upperLeft)
                        / ((double) lowerLeft + upperRight - lowerRight - upperLeft);
                // The corners above the level hang together if the saddle between them is above it, too.
                if (saddle >= level == (above == 5)) {
                    link(bottom, right);
                    link(left, top);
                } else {
                    link(bottom, left);
                    link(right, top);
                }
            }
            default -> {}
        }
    }

    private int alongX(int column, int row) {
        return row * field.columns() + column;
    }

    private int alongY(int column, int row) {
        return field.columns() * field.rows() + row * field.columns() + column;
    }

    private void link(int one, int other) {
        attach(one, other);
        attach(other, one);
    }

    private void attach(int edge, int neighbour) {
        links[links[2 * edge] == NONE ? 2 * edge : 2 * edge + 1] = neighbour;
        if (count == crossed.length) {
            crossed = Arrays.copyOf(crossed, 2 * count);
        }
        crossed[count++] = edge;
    }

    private void collect(double level, boolean closed, List<Isoline> lines) {
        for (var i = 0; i < count; i++) {
            var start = crossed[i];
            var isFree = links[2 * start] != NONE;
            if (isFree && (closed || links[2 * start + 1] == NONE)) {
                follow(start, level, closed, lines);
            }
        }
    }

    /** Walks along a line, taking its links away. */
    private void follow(int start, double level, boolean closed, List<Isoline> lines) {
        size = 0;
        var before = NONE;
        var edge = start;
        while (edge != NONE) {
            cross(edge, level);
            var first = links[2 * edge];
            var next = first == before || first == NONE ? links[2 * edge + 1] : first;
            links[2 * edge] = NONE;
            links[2 * edge + 1] = NONE;
            before = edge;
            edge = next == start ? NONE : next;
        }
        if (closed) {
            add(xs[0], ys[0]);
        }
        if (size > 1) {
            lines.add(new Isoline(level, Arrays.copyOf(xs, size), Arrays.copyOf(ys, size), closed));
        }
    }

    private void cross(int edge, double level) {
        var vertices = field.columns() * field.rows();
        var isAlongX = edge < vertices;
        var row = edge % vertices / field.columns();
        var column = edge % field.columns();
        var from = field.value(column, row);
        var to = isAlongX ? field.value(column + 1, row) : field.value(column, row + 1);
        var share = (level - from) / ((double) to - from);
        if (isAlongX) {
            add(field.x(column) * (1 - share) + field.x(column + 1) * share, field.y(row));
        } else {
            add(field.x(column), field.y(row) * (1 - share) + field.y(row + 1) * share);
        }
    }

    private void add(double x, double y) {
        // At a vertex of just this value several edges are crossed at one place.
        if (size > 0 && xs[size - 1] == x && ys[size - 1] == y) {
            return;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
    }
}
