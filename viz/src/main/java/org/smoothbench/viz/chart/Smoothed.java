package org.smoothbench.viz.chart;

import java.util.Arrays;

/**
 * The exponential moving average of a series in the order of its points, rid of its bias towards the start: each value is the
 * weighted mean of all so far, with weights that fall by one factor from point to point. Gaps stay gaps and weigh nothing.
 */
final class Smoothed implements Curve {
    static final double LARGEST_WEIGHT = 0.999;

    private final Series source;
    private final double weight;
    private double[] values = new double[64];
    private int size;
    private int generation;
    private double mean;
    private double power = 1;

    /**
     * Smooths what a series has so far.
     *
     * @param weight of what came before, above 0 and at most {@value #LARGEST_WEIGHT}
     */
    Smoothed(Series source, double weight) {
        this.source = source;
        this.weight = weight;
        catchUp();
    }

    double weight() {
        return weight;
    }

    /** Takes in what the series got since the last time. */
    void catchUp() {
        if (generation != source.generation()) {
            generation = source.generation();
            size = 0;
            mean = 0;
            power = 1;
        }
        if (source.size() > values.length) {
            values = Arrays.copyOf(values, source.size() + (source.size() >> 1));
        }
        for (; size < source.size(); size++) {
            values[size] = source.isDrawn(size) ? next(source.y(size)) : Double.NaN;
        }
    }

    private double next(double y) {
        power *= weight;
        // Moving the mean, instead of dividing a sum by its bias, leaves a constant untouched to the last bit.
        mean += (y - mean) * ((1 - weight) / (1 - power));
        return mean;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double x(int index) {
        return source.x(index);
    }

    @Override
    public double y(int index) {
        return values[index];
    }

    @Override
    public boolean isDrawn(int index) {
        return source.isDrawn(index);
    }

    @Override
    public boolean isAscending() {
        return source.isAscending();
    }

    @Override
    public int firstAbove(double x) {
        return source.firstAbove(x);
    }
}
