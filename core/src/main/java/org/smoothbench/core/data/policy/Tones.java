package org.smoothbench.core.data.policy;

import java.util.function.IntUnaryOperator;

/** Changes levels, not places, with the rounding of Pillow's ImageOps and ImageEnhance. */
final class Tones {

    private Tones() {}

    /** Replaces every level. */
    static void mapAll(Raster8 image, IntUnaryOperator map) {
        byte[] table = table(map);
        for (int channel = 0; channel < image.channels(); channel++) {
            image.map(channel, table);
        }
    }

    private static byte[] table(IntUnaryOperator map) {
        byte[] table = new byte[256];
        for (int level = 0; level < 256; level++) {
            table[level] = (byte) Math.clamp(map.applyAsInt(level), 0, 255);
        }
        return table;
    }

    /** From grey (0) over the image (1) to more colour; nothing happens to grey images. */
    static void color(Raster8 image, double factor) {
        byte[] luma = image.luma();
        byte[] grey = new byte[image.pixels().length];
        for (int at = 0; at < grey.length; at++) {
            grey[at] = luma[at / image.channels()];
        }
        image.blendFrom(grey, factor);
    }

    /** From the mean brightness (0) over the image (1) to more contrast. */
    static void contrast(Raster8 image, double factor) {
        byte[] luma = image.luma();
        long sum = 0;
        for (byte level : luma) {
            sum += level & 0xFF;
        }
        image.blendFrom(image.flat((int) ((double) sum / luma.length + 0.5)), factor);
    }

    /** From a smoothed image (0) over the image (1) to sharper edges. */
    static void sharpness(Raster8 image, double factor) {
        image.blendFrom(smoothed(image), factor);
    }

    /** Weights 5 in the middle and 1 around it; the border stays as it is. */
    private static byte[] smoothed(Raster8 image) {
        byte[] smooth = image.pixels().clone();
        for (int row = 1; row < image.height() - 1; row++) {
            for (int column = 1; column < image.width() - 1; column++) {
                for (int channel = 0; channel < image.channels(); channel++) {
                    smooth[(row * image.width() + column) * image.channels() + channel] =
                            (byte) ((2 * neighbourhood(image, row, column, channel) + 13) / 26);
                }
            }
        }
        return smooth;
    }

    private static int neighbourhood(Raster8 image, int row, int column, int channel) {
        int sum = 4 * image.level(row, column, channel);
        for (int y = row - 1; y <= row + 1; y++) {
            for (int x = column - 1; x <= column + 1; x++) {
                sum += image.level(y, x, channel);
            }
        }
        return sum;
    }

    /** Stretches each channel so that its lowest level becomes 0 and its highest 255. */
    static void autoContrast(Raster8 image) {
        for (int channel = 0; channel < image.channels(); channel++) {
            int[] counts = image.histogram(channel);
            int low = 0;
            while (counts[low] == 0) {
                low++;
            }
            int high = 255;
            while (counts[high] == 0) {
                high--;
            }
            if (high > low) {
                double scale = 255.0 / (high - low);
                double shift = -low * scale;
                image.map(channel, table(level -> (int) (level * scale + shift)));
            }
        }
    }

    /** Makes the levels of each channel equally frequent. */
    static void equalize(Raster8 image) {
        for (int channel = 0; channel < image.channels(); channel++) {
            int[] counts = image.histogram(channel);
            int total = 0;
            int last = 0;
            for (int count : counts) {
                total += count;
                last = count == 0 ? last : count;
            }
            int step = (total - last) / 255;
            // A channel of one level has none below its highest, so its step is 0 as well.
            if (step > 0) {
                image.map(channel, cumulative(counts, step));
            }
        }
    }

    private static byte[] cumulative(int[] counts, int step) {
        byte[] table = new byte[256];
        int below = step / 2;
        for (int level = 0; level < 256; level++) {
            table[level] = (byte) Math.min(below / step, 255);
            below += counts[level];
        }
        return table;
    }
}
