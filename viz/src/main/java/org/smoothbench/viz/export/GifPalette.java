package org.smoothbench.viz.export;

import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.smoothbench.viz.chart.Raster;

/** At most 256 colours that stand for many, by Heckbert's median cut; opacity is left out. For one thread. */
final class GifPalette {
    private static final int SIZE = 256;
    /** Of each channel's eight. */
    private static final int BITS = 6;

    private static final int SHIFT = 8 - BITS;
    private static final int BINS = 1 << (3 * BITS);
    private static final int MASK = (1 << BITS) - 1;
    private static final short UNKNOWN = -1;
    /** So near in each channel, a colour stands for another without a pattern. */
    private static final int NEAR = 2;
    /** About the distance of two neighbours in a palette of shaded colours. */
    private static final double DITHER = 14;

    private static final int[][] BAYER = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};

    /** Red, green and blue of each colour. */
    private final int[][] colours;
    /** Which colour stands for a bin, once it has been looked for. */
    private final short[] nearest = new short[BINS];

    private GifPalette(int[][] colours) {
        this.colours = colours;
        Arrays.fill(nearest, UNKNOWN);
    }

    IndexColorModel model() {
        var channels = new byte[3][SIZE];
        for (var i = 0; i < SIZE; i++) {
            for (var channel = 0; channel < 3; channel++) {
                channels[channel][i] = (byte) colours[Math.min(i, colours.length - 1)][channel];
            }
        }
        return new IndexColorModel(8, SIZE, channels[0], channels[1], channels[2]);
    }

    /** The palette's index of each pixel, row by row. */
    byte[] indices(Raster raster) {
        var argb = raster.argb();
        var indices = new byte[argb.length];
        for (var i = 0; i < argb.length; i++) {
            var row = i / raster.width();
            var index = index(argb[i]);
            if (!isNear(argb[i], index)) {
                index = index(dithered(argb[i], i % raster.width(), row));
            }
            indices[i] = (byte) index;
        }
        return indices;
    }

    private short index(int argb) {
        var bin = bin(argb);
        if (nearest[bin] == UNKNOWN) {
            nearest[bin] = nearest(argb);
        }
        return nearest[bin];
    }

    private boolean isNear(int argb, short index) {
        for (var i = 0; i < 3; i++) {
            if (Math.abs(channel(argb, i) - colours[index][i]) > NEAR) {
                return false;
            }
        }
        return true;
    }

    /** Bayer's pattern, fixed in the picture: it hides the bands of gradients and does not move. */
    private static int dithered(int argb, int x, int y) {
        var offset = (int) Math.round(DITHER * ((BAYER[y % 4][x % 4] + 0.5) / 16 - 0.5));
        var moved = 0;
        for (var i = 0; i < 3; i++) {
            moved = (moved << 8) | Math.clamp(channel(argb, i) + offset, 0, 255);
        }
        return moved;
    }

    private short nearest(int argb) {
        var best = 0;
        var bestDistance = Integer.MAX_VALUE;
        for (var i = 0; i < colours.length; i++) {
            var red = channel(argb, 0) - colours[i][0];
            var green = channel(argb, 1) - colours[i][1];
            var blue = channel(argb, 2) - colours[i][2];
            // Eyes are keenest on green.
            var distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
            if (distance < bestDistance) {
                bestDistance = distance;
                best = i;
            }
        }
        return (short) best;
    }

    /** 0 for red, 1 for green, 2 for blue. */
    private static int channel(int argb, int index) {
        return (argb >> (16 - 8 * index)) & 0xff;
    }

    private static int bin(int argb) {
        var bin = 0;
        for (var i = 0; i < 3; i++) {
            bin = (bin << BITS) | (channel(argb, i) >> SHIFT);
        }
        return bin;
    }

    /** How often each colour occurs, similar ones together, with their sums. */
    static final class Histogram {
        private final int[] counts = new int[BINS];
        private final long[][] sums = new long[3][BINS];

        void add(Raster raster) {
            for (var pixel : raster.argb()) {
                var bin = bin(pixel);
                counts[bin]++;
                for (var channel = 0; channel < 3; channel++) {
                    sums[channel][bin] += channel(pixel, channel);
                }
            }
        }

        /** Cuts the box that weighs most, by its pixels and its size, at its median, until there are enough boxes. */
        GifPalette palette() {
            var used = IntStream.range(0, BINS)
                    .filter(bin -> counts[bin] > 0)
                    .boxed()
                    .toList();
            var boxes =
                    new PriorityQueue<>(Comparator.comparingDouble(Box::weight).reversed());
            boxes.add(box(used));
            // A box of one colour has no weight: then there are as many boxes as colours.
            while (boxes.size() < SIZE && boxes.element().weight() > 0) {
                cut(boxes.remove(), boxes);
            }
            return new GifPalette(boxes.stream().map(box -> mean(box.bins())).toArray(int[][]::new));
        }

        /** Colours that one may stand for; the channel is the one in which they differ most. */
        private record Box(List<Integer> bins, int channel, double weight) {}

        private Box box(List<Integer> bins) {
            var longest = 0;
            var length = -1;
            for (var channel = 0; channel < 3; channel++) {
                var side = side(bins, channel);
                if (side > length) {
                    longest = channel;
                    length = side;
                }
            }
            // By the root of its pixels, or large areas of one colour would take all.
            return new Box(bins, longest, Math.sqrt((double) pixels(bins)) * length);
        }

        private void cut(Box box, Collection<Box> boxes) {
            var sorted = box.bins().stream()
                    .sorted(Comparator.comparingInt(bin -> level(bin, box.channel())))
                    .toList();
            var half = pixels(sorted) / 2;
            var count = 0L;
            var at = 0;
            while (at < sorted.size() - 1 && (at == 0 || count + counts[sorted.get(at)] <= half)) {
                count += counts[sorted.get(at++)];
            }
            boxes.add(box(sorted.subList(0, at)));
            boxes.add(box(sorted.subList(at, sorted.size())));
        }

        private long pixels(List<Integer> bins) {
            return bins.stream().mapToLong(bin -> counts[bin]).sum();
        }

        private static int side(List<Integer> bins, int channel) {
            var levels = bins.stream().mapToInt(bin -> level(bin, channel)).summaryStatistics();
            return levels.getMax() - levels.getMin();
        }

        private static int level(int bin, int channel) {
            return (bin >> ((2 - channel) * BITS)) & MASK;
        }

        private int[] mean(List<Integer> bins) {
            var pixels = pixels(bins);
            var mean = new int[3];
            for (var channel = 0; channel < 3; channel++) {
                var sum = 0L;
                for (var bin : bins) {
                    sum += sums[channel][bin];
                }
                mean[channel] = (int) Math.round((double) sum / pixels);
            }
            return mean;
        }
    }
}
