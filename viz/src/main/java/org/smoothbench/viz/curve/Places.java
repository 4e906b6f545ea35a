package org.smoothbench.viz.curve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Chooses where functions are looked at. */
final class Places {
    /** Few enough that a chart of usual width draws its full line, and finer than the eye sees of a bend. */
    private static final int STEPS = 500;
    /** Outside the window only lines that lead into it are seen. */
    private static final int STEPS_OUTSIDE = 100;

    private static final int STEPS_PER_DECADE = 10;
    private static final int DECADES = 7;
    /** So near to a jump that the gap cannot be seen, also when zoomed in. */
    private static final double BESIDE = 1e-9;

    private Places() {}

    /**
     * Evenly over the domain and over the window, closer and closer towards 0, where activations bend, and on both sides of
     * each jump.
     *
     * @param window the part that is looked at; null for all of the domain
     * @return ascending, each once
     */
    static double[] of(Interval domain, @Nullable Interval window, List<Double> jumps) {
        var beside = BESIDE * domain.width();
        var all = window == null
                ? even(domain, STEPS)
                : DoubleStream.concat(even(domain, STEPS_OUTSIDE), even(window, STEPS));
        all = DoubleStream.concat(all, towardsZero(domain));
        all = DoubleStream.concat(
                all, jumps.stream().flatMapToDouble(jump -> DoubleStream.of(jump - beside, jump, jump + beside)));
        var sorted =
                all.map(x -> Math.clamp(x, domain.min(), domain.max())).sorted().toArray();
        return distinct(sorted);
    }

    private static DoubleStream even(Interval interval, int steps) {
        return IntStream.rangeClosed(0, steps).mapToDouble(i -> {
            // From the nearer end, so that both ends and 0 in the middle are met exactly.
            double part = (double) i / steps;
            return interval.min() * (1 - part) + interval.max() * part;
        });
    }

    private static DoubleStream towardsZero(Interval domain) {
        var reach = Math.max(Math.abs(domain.min()), Math.abs(domain.max()));
        return IntStream.rangeClosed(0, DECADES * STEPS_PER_DECADE)
                .mapToDouble(i -> reach * Math.pow(10, -(double) i / STEPS_PER_DECADE))
                .flatMap(x -> DoubleStream.of(-x, x))
                .filter(domain::contains);
    }

    private static double[] distinct(double[] sorted) {
        var count = 0;
        for (var x : sorted) {
            // Adding 0 makes -0 a plain 0.
            if (count == 0 || x != sorted[count - 1]) {
                sorted[count++] = x + 0.0;
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
