package org.smoothbench.viz.chart;

import java.util.Objects;
import java.util.function.IntBinaryOperator;

/** A picture as pixels, the first row at its top. Copies what it is given and never changes; any thread. */
public final class Raster {
    private final int width;
    private final int height;
    private final int[] argb;

    private Raster(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * A picture of given pixels.
     *
     * @param argb row by row, eight bits each of opacity, red, green and blue, not multiplied by the opacity
     * @throws IllegalArgumentException unless there is at least one pixel, and as many as the sides say
     */
    public static Raster of(int width, int height, int[] argb) {
        checkSides(width, height);
        if (argb.length != (long) width * height) {
            throw new IllegalArgumentException(width + " by " + height + " pixels are not " + argb.length);
        }
        return new Raster(width, height, argb.clone());
    }

    /**
     * A picture that is computed pixel by pixel.
     *
     * @param pixel the ARGB of a column and a row
     * @throws IllegalArgumentException unless both sides are above 0
     */
    public static Raster of(int width, int height, IntBinaryOperator pixel) {
        checkSides(width, height);
        var argb = new int[Math.multiplyExact(width, height)];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                argb[y * width + x] = pixel.applyAsInt(x, y);
            }
        }
        return new Raster(width, height, argb);
    }

    private static void checkSides(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture cannot have " + width + " by " + height + " pixels");
        }
    }

    /** Pixels from left to right. */
    public int width() {
        return width;
    }

    /** Pixels from top to bottom. */
    public int height() {
        return height;
    }

    /** The ARGB of a pixel. */
    public int argb(int x, int y) {
        return argb[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)];
    }

    /** A copy of all pixels, row by row. */
    public int[] argb() {
        return argb.clone();
    }
}
