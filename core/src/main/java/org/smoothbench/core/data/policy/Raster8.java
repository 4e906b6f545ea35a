package org.smoothbench.core.data.policy;

import java.util.Arrays;

/** One image of unsigned bytes, row by row, channel last, with one channel or three; operations replace its pixels. */
final class Raster8 {

    private final int height;
    private final int width;
    private final int channels;
    private byte[] pixels;

    /** Takes the pixels over. */
    Raster8(byte[] pixels, int height, int width, int channels) {
        this.pixels = pixels;
        this.height = height;
        this.width = width;
        this.channels = channels;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int channels() {
        return channels;
    }

    byte[] pixels() {
        return pixels;
    }

    /** The level of one channel of one pixel, 0 to 255. */
    int level(int row, int column, int channel) {
        return pixels[(row * width + column) * channels + channel] & 0xFF;
    }

    /** Puts other pixels in place of these. */
    void replace(byte[] others) {
        pixels = others;
    }

    /** Replaces every level of one channel by its entry in a table. */
    void map(int channel, byte[] table) {
        for (int at = channel; at < pixels.length; at += channels) {
            pixels[at] = table[pixels[at] & 0xFF];
        }
    }

    /** How often each level occurs in a channel. */
    int[] histogram(int channel) {
        int[] counts = new int[256];
        for (int at = channel; at < pixels.length; at += channels) {
            counts[pixels[at] & 0xFF]++;
        }
        return counts;
    }

    /** The brightness of each pixel by the weights of ITU-R 601-2, in Pillow's fixed point. */
    byte[] luma() {
        if (channels == 1) {
            return pixels.clone();
        }
        byte[] luma = new byte[height * width];
        for (int i = 0; i < luma.length; i++) {
            int red = pixels[3 * i] & 0xFF;
            int green = pixels[3 * i + 1] & 0xFF;
            int blue = pixels[3 * i + 2] & 0xFF;
            luma[i] = (byte) ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16);
        }
        return luma;
    }

    /** An image of this shape with one level everywhere. */
    byte[] flat(int level) {
        byte[] flat = new byte[pixels.length];
        Arrays.fill(flat, (byte) level);
        return flat;
    }

    /** Goes from another image towards this one, or beyond it: 0 is the other, 1 is this. */
    void blendFrom(byte[] other, double factor) {
        float share = (float) factor;
        for (int at = 0; at < pixels.length; at++) {
            int from = other[at] & 0xFF;
            // Single precision and cutting off, not rounding, is what Pillow does.
            float level = from + share * ((pixels[at] & 0xFF) - from);
            pixels[at] = (byte) Math.clamp((int) level, 0, 255);
        }
    }
}
