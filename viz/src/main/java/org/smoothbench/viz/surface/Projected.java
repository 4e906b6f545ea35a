package org.smoothbench.viz.surface;

/** Vertices where a picture has them: pixels, heights as shares of their range, shades around 1, nearness. For one thread. */
final class Projected {
    static final Projected NONE = new Projected();

    float[] x = new float[0];
    float[] y = new float[0];
    float[] nearness = new float[0];
    float[] height = new float[0];
    float[] shade = new float[0];

    void reserve(int count) {
        if (x.length < count) {
            x = new float[count];
            y = new float[count];
            nearness = new float[count];
            height = new float[count];
            shade = new float[count];
        }
    }

    void place(int index, double atX, double atY, double near) {
        x[index] = (float) atX;
        y[index] = (float) atY;
        nearness[index] = (float) near;
    }
}
