package org.smoothbench.viz.field;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where fields are looked at along a line: wherever it crosses a line of a grid, since kinks lie only there, and halfway between,
 * since bilinear functions bend.
 */
final class SectionPlaces {
    /** Nearer to each other than this share of the line, two places are one. */
    private static final double SAME = 1e-9;

    private SectionPlaces() {}

    /** Shares of the way from A to B, ascending, 0 and 1 among them. */
    static double[] of(SectionLine line, List<ScalarField> fields) {
        var shares = new TreeSet<>(List.of(0.0, 1.0));
        for (var field : fields) {
            for (var column = 0; column < field.columns(); column++) {
                add((field.x(column) - line.fromX()) / (line.toX() - line.fromX()), shares);
            }
            for (var row = 0; row < field.rows(); row++) {
                add((field.y(row) - line.fromY()) / (line.toY() - line.fromY()), shares);
            }
        }
        var crossings = distinct(shares);
        var places = new double[2 * crossings.length - 1];
        for (var i = 0; i < crossings.length; i++) {
            places[2 * i] = crossings[i];
            if (i > 0) {
                places[2 * i - 1] = (crossings[i - 1] + crossings[i]) / 2;
            }
        }
        return places;
    }

    private static void add(double share, SortedSet<Double> shares) {
        if (share > 0 && share < 1) {
            shares.add(share);
        }
    }

    private static double[] distinct(SortedSet<Double> shares) {
        var kept = new double[shares.size()];
        var count = 0;
        for (double share : shares) {
            if (count == 0 || share - kept[count - 1] > SAME) {
                kept[count++] = share;
            }
        }
        var result = Arrays.copyOf(kept, count);
        result[count - 1] = 1;
        return result;
    }
}
