package org.smoothbench.viz.export;

import java.util.Arrays;
import org.smoothbench.viz.field.ScalarField;

/** A field as triangles, two for each cell without a hole, seen from above against the clock. */
final class FieldMesh {
    private static final int NONE = -1;

    private final ScalarField field;
    private final double height;
    /** The vertices by their number, as places in the grid. */
    private final int[] places;
    /** Three vertices for each triangle. */
    private final int[] corners;

    private FieldMesh(ScalarField field, double height, int[] places, int[] corners) {
        this.field = field;
        this.height = height;
        this.places = places;
        this.corners = corners;
    }

    static FieldMesh of(ScalarField field, double height) {
        var columns = field.columns();
        // The number of each vertex that a triangle has, by its place.
        var numbers = new int[columns * field.rows()];
        Arrays.fill(numbers, NONE);
        var places = new int[numbers.length];
        var corners = new int[6 * (columns - 1) * (field.rows() - 1)];
        var vertices = 0;
        var used = 0;
        for (var row = 0; row + 1 < field.rows(); row++) {
            for (var column = 0; column + 1 < columns; column++) {
                if (!isWhole(field, column, row)) {
                    continue;
                }
                var lower = row * columns + column;
                int[] cell = {lower, lower + 1, lower + columns + 1, lower, lower + columns + 1, lower + columns};
                for (var place : cell) {
                    if (numbers[place] == NONE) {
                        numbers[place] = vertices;
                        places[vertices++] = place;
                    }
                    corners[used++] = numbers[place];
                }
            }
        }
        return new FieldMesh(field, height, Arrays.copyOf(places, vertices), Arrays.copyOf(corners, used));
    }

    private static boolean isWhole(ScalarField field, int column, int row) {
        return !Float.isNaN(field.value(column, row)
                + field.value(column + 1, row)
                + field.value(column, row + 1)
                + field.value(column + 1, row + 1));
    }

    int vertices() {
        return places.length;
    }

    int triangles() {
        return corners.length / 3;
    }

    /** The number of a triangle's corner 0, 1 or 2. */
    int corner(int triangle, int index) {
        return corners[3 * triangle + index];
    }

    double x(int vertex) {
        return field.x(places[vertex] % field.columns());
    }

    double y(int vertex) {
        return field.y(places[vertex] / field.columns());
    }

    double z(int vertex) {
        return height * value(vertex);
    }

    /** What the field has there. */
    float value(int vertex) {
        var place = places[vertex];
        return field.value(place % field.columns(), place / field.columns());
    }

    /** Unit vectors, x, y and z of each vertex in turn: the mean of its triangles, weighted by their areas. */
    float[] normals() {
        var sums = new double[3 * vertices()];
        for (var triangle = 0; triangle < triangles(); triangle++) {
            var a = corner(triangle, 0);
            var b = corner(triangle, 1);
            var c = corner(triangle, 2);
            double[] one = {x(b) - x(a), y(b) - y(a), z(b) - z(a)};
            double[] other = {x(c) - x(a), y(c) - y(a), z(c) - z(a)};
            for (var vertex : new int[] {a, b, c}) {
                for (var i = 0; i < 3; i++) {
                    sums[3 * vertex + i] +=
                            one[(i + 1) % 3] * other[(i + 2) % 3] - one[(i + 2) % 3] * other[(i + 1) % 3];
                }
            }
        }
        var normals = new float[sums.length];
        for (var i = 0; i < sums.length; i += 3) {
            var length = Math.sqrt(sums[i] * sums[i] + sums[i + 1] * sums[i + 1] + sums[i + 2] * sums[i + 2]);
            for (var j = i; j < i + 3; j++) {
                normals[j] = (float) (sums[j] / length);
            }
        }
        return normals;
    }
}
