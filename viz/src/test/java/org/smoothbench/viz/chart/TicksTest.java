package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 100, 5, 20",
        "0, 2.4, 5, 0.5",
        "0, 1, 10, 0.1",
        "-3, 3, 4, 2",
        "0, 40000, 4, 10000",
        "7, 7.001, 5, 0.0002"
    })
    void stepsAreOneTwoOrFive(double min, double max, int most, double step) {
        var ticks = Ticks.within(new Range(min, max), most, 0);

        assertThat(ticks.step()).isCloseTo(step, within(step * 1e-9));
        assertThat(ticks.count()).isBetween(2, most + 1);
        assertThat(ticks.value(0)).isGreaterThanOrEqualTo(min - step * 1e-6);
        assertThat(ticks.value(ticks.count() - 1)).isLessThanOrEqualTo(max + step * 1e-6);
    }

    @Test
    void labelsHaveTheDecimalsOfTheStep() {
        assertThat(labels(new Range(0, 1), 5)).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(new Range(0, 40_000), 4)).containsExactly("0", "10k", "20k", "30k", "40k");
        assertThat(labels(new Range(-0.02, 0.02), 4)).containsExactly("-0.02", "-0.01", "0.00", "0.01", "0.02");
        assertThat(labels(new Range(0, 4e-5), 4)).containsExactly("0", "1e-5", "2e-5", "3e-5", "4e-5");
    }

    @Test
    void thingsCountedHaveNoTicksBetween() {
        assertThat(Ticks.within(new Range(1, 3), 10, 1).step()).isEqualTo(1);
        assertThat(labelsOf(Ticks.within(new Range(0.9, 1.1), 10, 1))).containsExactly("1");
    }

    @Test
    void ticksAroundARangeHoldIt() {
        var span = Ticks.around(new Range(0.31, 2.37), 5, 0).span();

        assertThat(span).isEqualTo(new Range(0, 2.5));
        assertThat(Ticks.around(span, 5, 0).span()).isEqualTo(span);
    }

    private static List<String> labels(Range range, int most) {
        return labelsOf(Ticks.within(range, most, 0));
    }

    private static List<String> labelsOf(Ticks ticks) {
        return IntStream.range(0, ticks.count()).mapToObj(ticks::label).toList();
    }
}
