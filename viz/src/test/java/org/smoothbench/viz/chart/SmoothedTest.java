package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothedTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.6, 0.9, 0.99, 0.999})
    void isTheWeightedMeanOfAllSoFar(double weight) {
        var noise = new Random(3);
        var series = Points.series();
        for (var i = 0; i < 300; i++) {
            series.append(i, noise.nextGaussian());
        }

        var smoothed = new Smoothed(series, weight);

        for (var end = 0; end < series.size(); end++) {
            var sum = 0.0;
            var weights = 0.0;
            for (var i = 0; i <= end; i++) {
                sum += Math.pow(weight, end - i) * series.y(i);
                weights += Math.pow(weight, end - i);
            }
            // Both ways round at every one of up to 300 steps.
            assertThat(smoothed.y(end)).isCloseTo(sum / weights, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1.0 / 3, 1e-300, -1e300})
    void aConstantStaysToTheLastBit(double constant) {
        var series = Points.series();
        for (var i = 0; i < 1000; i++) {
            series.append(i, constant);
        }

        var smoothed = new Smoothed(series, 0.97);

        for (var i = 0; i < series.size(); i++) {
            assertThat(smoothed.y(i)).isEqualTo(constant);
        }
    }

    @Test
    void gapsStayGapsAndWeighNothing() {
        var gaps = new Smoothed(Points.series(0, 1, 1, Double.NaN, 2, 5, 3, Double.POSITIVE_INFINITY, 4, 2), 0.5);
        var whole = new Smoothed(Points.series(0, 1, 2, 5, 4, 2), 0.5);

        assertThat(gaps.isDrawn(1)).isFalse();
        assertThat(gaps.y(1)).isNaN();
        assertThat(gaps.y(2)).isEqualTo(whole.y(1));
        assertThat(gaps.y(4)).isEqualTo(whole.y(2));
    }

    @Test
    void growsWithTheSeriesAndBeginsAnewWithIt() {
        var series = Points.series(0, 1, 1, 2);
        var smoothed = new Smoothed(series, 0.9);
        Points.fill(series, 2, 7, 3, 1);
        smoothed.catchUp();

        assertThat(smoothed.y(3)).isEqualTo(new Smoothed(series, 0.9).y(3));

        series.clear();
        Points.fill(series, 0, 50, 1, 60, 2, 70, 3, 80, 4, 90);
        smoothed.catchUp();
        assertThat(smoothed.size()).isEqualTo(5);
        assertThat(smoothed.y(0)).isEqualTo(50);
    }

    @Test
    void isKeptPerSeriesUntilTheWeightChanges() {
        var series = Points.series(0, 1, 1, 2);
        var lines = new SmoothedLines();

        var first = lines.of(List.of(series), 0.5).get(series);
        assertThat(lines.of(List.of(series), 0.5).get(series)).isSameAs(first);
        assertThat(lines.of(List.of(series), 0.6).get(series)).isNotSameAs(first);
        assertThat(lines.of(List.of(series), 0)).isEmpty();
    }
}
