package org.smoothbench.viz.chart;

import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * What several measurements at one x say together, e.g. those of runs that differ in their seeds. Immutable; any thread.
 *
 * @param x in the unit of the x axis
 * @param mean of the measurements; NaN if there are none
 * @param deviation the sample standard deviation, with n - 1 in the denominator; NaN for fewer than two measurements
 * @param count the number of measurements, n
 */
public record MeanPoint(double x, double mean, double deviation, int count) {
    /**
     * The means over several series, one for each x that occurs in any of them, ascending. A series that has no finite y at
     * an x does not count there; of several points of a series at one x the last counts.
     */
    public static List<MeanPoint> over(List<Series> series) {
        var moments = new TreeMap<Double, Moments>();
        for (var one : series) {
            var latest = new HashMap<Double, Double>();
            for (var i = 0; i < one.size(); i++) {
                // Adding zero makes one key of 0 and -0.
                latest.put(one.x(i) + 0.0, one.isDrawn(i) ? one.y(i) : Double.NaN);
            }
            latest.forEach(
                    (x, y) -> moments.computeIfAbsent(x, any -> new Moments()).add(y));
        }
        return moments.entrySet().stream()
                .map(entry -> entry.getValue().at(entry.getKey()))
                .toList();
    }

    /** The mean of measurements at one x; those that are no finite numbers do not count. */
    public static MeanPoint of(double x, List<Double> ys) {
        var moments = new Moments();
        ys.forEach(y -> moments.add(Double.isFinite(y) ? y : Double.NaN));
        return moments.at(x);
    }

    /** Welford's sums, which do not cancel. */
    private static final class Moments {
        private int count;
        private double mean;
        private double squares;

        void add(double y) {
            if (Double.isNaN(y)) {
                return;
            }
            count++;
            var before = y - mean;
            mean += before / count;
            squares += before * (y - mean);
        }

        MeanPoint at(double x) {
            var deviation = count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
            return new MeanPoint(x, count == 0 ? Double.NaN : mean, deviation, count);
        }
    }
}
