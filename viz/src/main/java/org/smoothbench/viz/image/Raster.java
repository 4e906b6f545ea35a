package org.smoothbench.viz.image;

import java.util.Objects;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A small picture as packed colours. Immutable; any thread. */
public final class Raster {
    private static final int OPAQUE = 0xFF000000;

    private final int width;
    private final int height;
    private final int[] argb;

    private Raster(int width, int height, int[] argb) {
        if (width <= 0 || height <= 0 || argb.length != width * height) {
            throw new IllegalArgumentException(
                    "%d pixels do not make a picture of %d by %d".formatted(argb.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * A picture of values in [0, 1], of which those outside count as the nearer end.
     *
     * @param channels 1 for grey, 3 for red, green and blue
     * @param values channel after channel, row after row
     * @throws IllegalArgumentException if there are not {@code channels * height * width} values
     */
    public static Raster of(int channels, int height, int width, float[] values) {
        requireSize(channels, height, width, values);
        var plane = height * width;
        var argb = new int[plane];
        for (var i = 0; i < plane; i++) {
            var packed = 0xFF;
            for (var c = 0; c < 3; c++) {
                var value = values[Math.min(c, channels - 1) * plane + i];
                packed = packed << 8 | Math.round(Math.clamp(value, 0f, 1f) * 255);
            }
            argb[i] = packed;
        }
        return new Raster(width, height, argb);
    }

    /**
     * A signed change in colour: how much each pixel got lighter or darker on the mean of its channels.
     *
     * @param values channel after channel, row after row
     * @param amplification what changes are multiplied by before they are coloured; 1 and -1 have the full colours
     */
    public static Raster ofChange(
            int channels, int height, int width, float[] values, double amplification, SignedColours colours) {
        requireSize(channels, height, width, values);
        var plane = height * width;
        var argb = new int[plane];
        for (var i = 0; i < plane; i++) {
            double sum = 0;
            for (var c = 0; c < channels; c++) {
                sum += values[c * plane + i];
            }
            argb[i] = OPAQUE | colours.rgb(sum / channels * amplification);
        }
        return new Raster(width, height, argb);
    }

    private static void requireSize(int channels, int height, int width, float... values) {
        if (channels < 1 || values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    "%d values do not make %dx%dx%d".formatted(values.length, channels, height, width));
        }
    }

    /** The width in pixels. */
    public int width() {
        return width;
    }

    /** The height in pixels. */
    public int height() {
        return height;
    }

    /** The colour of a pixel, packed as alpha, red, green and blue. */
    public int argb(int x, int y) {
        return argb[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)];
    }

    /** The picture with every pixel as a square of so many. */
    WritableImage enlarged(int zoom) {
        var image = new WritableImage(width * zoom, height * zoom);
        var row = new int[width * zoom];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < row.length; x++) {
                row[x] = argb[y * width + x / zoom];
            }
            for (var copy = 0; copy < zoom; copy++) {
                image.getPixelWriter()
                        .setPixels(
                                0,
                                y * zoom + copy,
                                row.length,
                                1,
                                PixelFormat.getIntArgbInstance(),
                                row,
                                0,
                                row.length);
            }
        }
        return image;
    }
}
