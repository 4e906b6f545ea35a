package org.smoothbench.viz.chart;

import java.util.List;
import java.util.stream.IntStream;

/** Counts the points that would be drawn if logarithmic axes had a place for zero and what is below. */
final class LeftOut {
    private LeftOut() {}

    static long byX(List<Series> series) {
        return series.stream()
                .mapToLong(one -> IntStream.range(0, one.size())
                        .filter(i -> one.isDrawn(i) && one.x(i) <= 0)
                        .count())
                .sum();
    }

    static long byY(List<Series> series) {
        return series.stream()
                .mapToLong(one -> IntStream.range(0, one.size())
                        .filter(i -> one.isDrawn(i) && one.y(i) <= 0)
                        .count())
                .sum();
    }
}
