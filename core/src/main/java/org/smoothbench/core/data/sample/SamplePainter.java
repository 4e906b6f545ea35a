package org.smoothbench.core.data.sample;

import org.smoothbench.core.data.SeededRandom;

/**
 * Paints one image of the sample set.
 *
 * <p>Everything is worked out point by point from formulas. A rasteriser of the platform would be shorter, but two
 * platforms need not agree on the pixels it sets.
 */
final class SamplePainter {

    /** Width and height of an image in pixels. */
    static final int SIZE = 32;

    /** How far the weave goes up and down from the picture beneath it, in levels of 255; an adversary may go 8. */
    static final double WEAVE_AMPLITUDE = 4;

    /** Standard deviation of the noise of each pixel, in levels of 255. */
    static final double NOISE = 3;

    /** Points per pixel along each side over which coverage is averaged. */
    private static final int GRAIN = 4;

    private static final int[][] LIGHT = {
        {245, 238, 220},
        {255, 209, 102},
        {168, 218, 220},
        {247, 178, 173},
        {190, 227, 160},
        {214, 196, 240},
        {255, 224, 178},
        {188, 212, 246},
    };

    private static final int[][] DARK = {
        {29, 53, 87}, {92, 36, 64}, {27, 77, 62}, {66, 46, 92}, {104, 48, 28}, {38, 50, 56}, {20, 70, 96}, {84, 30, 36},
    };

    private final SeededRandom random;
    private final double[] canvas = new double[SIZE * SIZE * 3];

    SamplePainter(SeededRandom random) {
        this.random = random;
    }

    /**
     * Paints the image.
     *
     * @param shape what is to be seen
     * @param label the class the weave tells
     * @return {@value #SIZE} by {@value #SIZE} pixels, rows of pixels of red, green, blue
     */
    byte[] paint(SampleShape shape, int label) {
        boolean lightOnDark = random.below(2) == 0;
        double[] ground = tint(lightOnDark ? DARK : LIGHT);
        double[] figure = tint(lightOnDark ? LIGHT : DARK);
        paintGround(ground);
        int pieces = 3 + random.below(4);
        for (int piece = 0; piece < pieces; piece++) {
            paintClutter(ground, figure);
        }
        paintFigure(shape, figure);
        return weaveAndRound(label);
    }

    private double[] tint(int[][] palette) {
        int[] chosen = palette[random.below(palette.length)];
        double[] colour = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            colour[channel] = Math.clamp(chosen[channel] + random.between(-14, 14), 12, 243);
        }
        return colour;
    }

    /** A slanted gradient, so that no level means "background". */
    private void paintGround(double[] ground) {
        double slopeX = random.between(-1, 1);
        double slopeY = random.between(-1, 1);
        double strength = random.between(8, 24);
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double lift = strength * (slopeX * centred(column) + slopeY * centred(row));
                for (int channel = 0; channel < 3; channel++) {
                    canvas[(row * SIZE + column) * 3 + channel] = ground[channel] + lift;
                }
            }
        }
    }

    private static double centred(int pixel) {
        return (2.0 * pixel + 1.0) / SIZE - 1.0;
    }

    /** A small square or disc a third of the way from the ground's colour to the figure's. */
    private void paintClutter(double[] ground, double[] figure) {
        double mix = random.between(0.15, 0.4);
        double[] colour = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            colour[channel] = ground[channel] + mix * (figure[channel] - ground[channel]);
        }
        SampleShape piece = random.below(2) == 0 ? SampleShape.DISC : SampleShape.SQUARE;
        Placement place = new Placement(
                random.between(0, SIZE), random.between(0, SIZE), random.between(1.2, 3.0), random.between(0, 3));
        blend(piece, place, colour);
    }

    private void paintFigure(SampleShape shape, double[] colour) {
        double radius = random.between(9.5, 13.0);
        double slack = SIZE / 2.0 - radius;
        Placement place = new Placement(
                SIZE / 2.0 + slack * random.between(-0.9, 0.9),
                SIZE / 2.0 + slack * random.between(-0.9, 0.9),
                radius,
                random.between(-0.25, 0.25));
        blend(shape, place, colour);
    }

    private void blend(SampleShape shape, Placement place, double[] colour) {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double coverage = place.coverage(shape, row, column);
                for (int channel = 0; channel < 3; channel++) {
                    int at = (row * SIZE + column) * 3 + channel;
                    canvas[at] += coverage * (colour[channel] - canvas[at]);
                }
            }
        }
    }

    private byte[] weaveAndRound(int label) {
        byte[] pixels = new byte[canvas.length];
        for (int at = 0; at < canvas.length; at++) {
            int pixel = at / 3;
            double weave = WEAVE_AMPLITUDE * Weave.sign(label, pixel / SIZE, pixel % SIZE);
            double level = canvas[at] + NOISE * random.bell() + weave;
            pixels[at] = (byte) Math.clamp((int) StrictMath.rint(level), 0, 255);
        }
        return pixels;
    }

    /** Where a shape lies: its centre and radius in pixels, its rotation in radians. */
    private record Placement(double x, double y, double radius, double cosine, double sine) {

        Placement(double x, double y, double radius, double angle) {
            this(x, y, radius, StrictMath.cos(angle), StrictMath.sin(angle));
        }

        /** The part of a pixel that the shape covers, from 0 to 1. */
        double coverage(SampleShape shape, int row, int column) {
            // No shape reaches further than 1.2 radii from its centre; most pixels are spared the grain.
            double reach = 1.2 * radius + 1.0;
            if (Math.abs(column + 0.5 - x) > reach || Math.abs(row + 0.5 - y) > reach) {
                return 0;
            }
            int covered = 0;
            for (int down = 0; down < GRAIN; down++) {
                double v = (row + (down + 0.5) / GRAIN - y) / radius;
                for (int across = 0; across < GRAIN; across++) {
                    double u = (column + (across + 0.5) / GRAIN - x) / radius;
                    if (shape.covers(cosine * u + sine * v, cosine * v - sine * u)) {
                        covered++;
                    }
                }
            }
            return covered / (double) (GRAIN * GRAIN);
        }
    }
}
