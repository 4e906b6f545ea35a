package org.smoothbench.viz.surface;

import java.util.Arrays;

/** The pixels of a picture with their depths. Its arrays only grow, so that drawing allocates nothing. For one thread. */
final class PixelGrid {
    private int width;
    private int height;
    private int[] argb = new int[0];
    /** One over the depth of what is seen, 0 for nothing. */
    private float[] nearness = new float[0];

    /** Clears a picture of this size to a colour. */
    void begin(int newWidth, int newHeight, int colour) {
        width = newWidth;
        height = newHeight;
        var size = Math.multiplyExact(width, height);
        if (argb.length < size) {
            argb = new int[size];
            nearness = new float[size];
        }
        Arrays.fill(argb, 0, size, colour);
        Arrays.fill(nearness, 0, size, 0);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The colours row by row, opaque; longer than the picture. */
    int[] argb() {
        return argb;
    }

    float[] nearness() {
        return nearness;
    }

    /** The colour between two, channel by channel; a weight of 256 is all of the second. The first one's opacity stays. */
    static int blended(int under, int over, int weight) {
        var rest = 256 - weight;
        var redBlue = ((under & 0xff00ff) * rest + (over & 0xff00ff) * weight) >>> 8 & 0xff00ff;
        var green = ((under & 0xff00) * rest + (over & 0xff00) * weight) >>> 8 & 0xff00;
        return (under & 0xff000000) | redBlue | green;
    }

    /** Writes the picture, {@code factor} times smaller each way, as the mean of the pixels. */
    void shrinkInto(int[] target, int factor) {
        if (factor == 1) {
            System.arraycopy(argb, 0, target, 0, width * height);
            return;
        }
        var columns = width / factor;
        var rows = height / factor;
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                target[row * columns + column] = mean(row * factor, column * factor, factor);
            }
        }
    }

    private int mean(int top, int left, int factor) {
        var alpha = 0;
        var red = 0;
        var green = 0;
        var blue = 0;
        for (var y = top; y < top + factor; y++) {
            for (var at = y * width + left; at < y * width + left + factor; at++) {
                var one = argb[at];
                alpha += one >>> 24;
                red += one >> 16 & 0xff;
                green += one >> 8 & 0xff;
                blue += one & 0xff;
            }
        }
        var count = factor * factor;
        var half = count / 2;
        return (alpha + half) / count * 0x1000000
                + (red + half) / count * 0x10000
                + (green + half) / count * 0x100
                + (blue + half) / count;
    }
}
