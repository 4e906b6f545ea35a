package org.smoothbench.core.smoothness;

import java.util.Arrays;

/**
 * How a number is spread over images. Quantiles lie between the sorted numbers, linearly.
 *
 * @param count how many images it could be measured on
 * @param leftOut how many it could not: it was undefined there, or no finite number
 * @param median half of the images have less
 * @param low a tenth of the images has less
 * @param high a tenth of the images has more
 * @param mean over the images
 */
public record Distribution(int count, int leftOut, double median, double low, double high, double mean) {

    /** The distribution of one number for each image; those that are not finite are left out, and all is 0 if none is. */
    public static Distribution of(double... values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int leftOut = values.length - sorted.length;
        if (sorted.length == 0) {
            return new Distribution(0, leftOut, 0, 0, 0, 0);
        }
        return new Distribution(
                sorted.length,
                leftOut,
                quantile(sorted, 0.5),
                quantile(sorted, 0.1),
                quantile(sorted, 0.9),
                Arrays.stream(sorted).sum() / sorted.length);
    }

    /**
     * The number that a share of sorted ones lies below.
     *
     * @param sorted at least one number
     * @param share from 0 to 1
     */
    public static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
