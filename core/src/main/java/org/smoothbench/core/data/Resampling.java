package org.smoothbench.core.data;

import java.awt.Rectangle;
import org.smoothbench.core.experiment.ImageScaling.Imagenet.Interpolation;

/**
 * Scales images with red, green and blue by a triangle or cubic filter that widens as the image shrinks, first along rows,
 * then along columns, in the fixed-point arithmetic of Pillow's {@code Image.resize}; the bytes are the same.
 */
final class Resampling {

    /** Bits behind the point of a weight: 32, less 8 for the pixel and 2 for the sum. */
    private static final int BITS = 22;

    private final Interpolation interpolation;

    Resampling(Interpolation interpolation) {
        this.interpolation = interpolation;
    }

    /**
     * Scales an image and keeps a part of the result.
     *
     * @param image the image
     * @param width the width of the whole result
     * @param height the height of the whole result
     * @param kept which part of the result is wanted
     * @param target where to
     * @param offset the place of the first byte
     */
    void scale(ImageDecoder.Pixels image, int width, int height, Rectangle kept, byte[] target, int offset) {
        Weights columns = weights(image.width(), width, kept.x, kept.width);
        Weights rows = weights(image.height(), height, kept.y, kept.height);
        byte[] pixels = image.bytes().array();
        int first = rows.first[0];
        int end = rows.first[kept.height - 1] + rows.count[kept.height - 1];
        byte[] narrow = new byte[(end - first) * kept.width * 3];
        for (int y = first; y < end; y++) {
            along(pixels, y * image.width() * 3, 3, columns, narrow, (y - first) * kept.width * 3, 3);
        }
        int stride = kept.width * 3;
        for (int y = 0; y < kept.height; y++) {
            int from = (rows.first[y] - first) * stride;
            for (int at = 0; at < stride; at++) {
                target[offset + y * stride + at] = weighted(narrow, from + at, stride, rows, y);
            }
        }
    }

    private static void along(byte[] from, int start, int step, Weights weights, byte[] to, int out, int outStep) {
        for (int i = 0; i < weights.first.length; i++) {
            int at = start + weights.first[i] * step;
            for (int channel = 0; channel < 3; channel++) {
                to[out + i * outStep + channel] = weighted(from, at + channel, step, weights, i);
            }
        }
    }

    private static byte weighted(byte[] from, int start, int step, Weights weights, int i) {
        int sum = 1 << (BITS - 1);
        int[] factors = weights.factors[i];
        int at = start;
        for (int k = 0; k < weights.count[i]; k++, at += step) {
            sum += (from[at] & 0xFF) * factors[k];
        }
        return (byte) Math.clamp(sum >> BITS, 0, 255);
    }

    /** Which source pixels, and how much of each, make a pixel of the result. */
    private static final class Weights {

        private final int[] first;
        private final int[] count;
        private final int[][] factors;

        Weights(int length) {
            first = new int[length];
            count = new int[length];
            factors = new int[length][];
        }
    }

    private Weights weights(int from, int to, int start, int length) {
        Weights weights = new Weights(length);
        double scale = (double) from / to;
        double wide = Math.max(scale, 1);
        double reach = reach() * wide;
        for (int i = 0; i < length; i++) {
            double centre = (start + i + 0.5) * scale;
            int first = Math.max((int) (centre - reach + 0.5), 0);
            int count = Math.min((int) (centre + reach + 0.5), from) - first;
            double[] exact = new double[count];
            double sum = 0;
            for (int k = 0; k < count; k++) {
                exact[k] = filter((k + first - centre + 0.5) / wide);
                sum += exact[k];
            }
            weights.first[i] = first;
            weights.count[i] = count;
            weights.factors[i] = new int[count];
            for (int k = 0; k < count; k++) {
                weights.factors[i][k] = (int) Math.round(exact[k] / sum * (1 << BITS));
            }
        }
        return weights;
    }

    private double reach() {
        return interpolation == Interpolation.BILINEAR ? 1 : 2;
    }

    private double filter(double distance) {
        double x = Math.abs(distance);
        return switch (interpolation) {
            case BILINEAR -> x < 1 ? 1 - x : 0;
            case BICUBIC -> x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
        };
    }
}
