package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @Test
    void mapsBothWays() {
        var scale = new LinearScale(new Range(0, 100), 300, 50);

        assertThat(scale.pixel(0)).isEqualTo(300);
        assertThat(scale.pixel(100)).isEqualTo(50);
        assertThat(scale.value(scale.pixel(37.5))).isCloseTo(37.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, Infinity", "-1.7e308, 1.7e308"})
    void aRangeHasTwoEndsInOrder(double min, double max) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(min, max));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -3, 0.25, 1e300, -1e-300, 1e15})
    void oneValueGetsRoomOnBothSides(double value) {
        var range = Range.covering(value, value);

        assertThat(range.min()).isLessThan(value);
        assertThat(range.max()).isGreaterThan(value);
        assertThat(Ticks.around(range, 5, 0).span().contains(value)).isTrue();
    }

    @Test
    void zoomKeepsTheAnchorInPlace() {
        var zoomed = new Range(0, 100).zoomedAbout(25, 0.5);

        assertThat(zoomed).isEqualTo(new Range(12.5, 62.5));
    }

    @Test
    void movingStopsAtTheLimits() {
        var limits = new Range(0, 100);

        assertThat(new Range(10, 30).movedWithin(limits, 5)).isEqualTo(new Range(15, 35));
        assertThat(new Range(10, 30).movedWithin(limits, 500)).isEqualTo(new Range(80, 100));
        assertThat(new Range(10, 30).movedWithin(limits, -500)).isEqualTo(new Range(0, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "84.1, 84.10",
        "0.41234567, 0.4123",
        "24650, 24650",
        "12345.678, 12346",
        "0, 0",
        "-0.5, -0.5000",
        "1.23456e-5, 1.235e-5",
        "NaN, –",
        "-Infinity, -∞",
        "3e12, 3e12",
        "100, 100"
    })
    void readingsAreShort(double value, String text) {
        assertThat(Numbers.reading(value)).isEqualTo(text);
    }
}
