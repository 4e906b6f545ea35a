package org.smoothbench.viz.surface;

import java.util.Arrays;

/** Vertices where a picture has them: pixels, heights as shares of their range, shades around 1, nearness. For one thread. */
final class Projected {
    static final Projected NONE = new Projected();

    float[] x = new float[0];
    float[] y = new float[0];
    float[] nearness = new float[0];
    float[] height = new float[0];
    float[] shade = new float[0];

    /** How many of the vertices lie in each row of a picture. */
    private int[] inRow = new int[0];

    void reserve(int count) {
        if (x.length < count) {
            x = new float[count];
            y = new float[count];
            nearness = new float[count];
            height = new float[count];
            shade = new float[count];
        }
    }

    /** The row of a picture that has as many of the first vertices above it as below, judged by one in seven of them. */
    int middleRow(int count, int height) {
        if (inRow.length < height) {
            inRow = new int[height];
        }
        Arrays.fill(inRow, 0);
        var seen = 0;
        for (var i = 0; i < count; i += 7) {
            if (y[i] >= 0 && y[i] < height) {
                inRow[(int) y[i]]++;
                seen++;
            }
        }
        var row = 0;
        for (var above = 0; row < height && 2 * (above + inRow[row]) <= seen; row++) {
            above += inRow[row];
        }
        return row;
    }

    void place(int index, double atX, double atY, double near) {
        x[index] = (float) atX;
        y[index] = (float) atY;
        nearness[index] = (float) near;
    }

    /** Puts a vertex where a point of the {@link Box} is seen. */
    void place(int index, Projection projection, double boxX, double boxY, double boxZ) {
        var near = projection.nearness(boxX, boxY, boxZ);
        place(index, projection.acrossAt(boxX, boxY, near), projection.downAt(boxX, boxY, boxZ, near), near);
    }
}
