package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 3600 | 0 s, 15 min, 30 min, 45 min, 1 h",
                "0 | 100 | 0 s, 30 s, 1 min, 1 min 30 s",
                "3000 | 18000 | 1 h, 2 h, 3 h, 4 h, 5 h",
                "0 | 200000 | 0 s, 12 h, 1 d, 1 d 12 h, 2 d",
                "0 | 2 | 0 s, 0.5 s, 1 s, 1.5 s, 2 s"
            })
    void durationsAreRoundInTheUnitThatFits(double min, double max, String labels) {
        var ticks = TimeTicks.within(new Range(min, max), 5, Notation.DURATION, ZoneOffset.UTC);

        assertThat(String.join(", ", labels(ticks))).isEqualTo(labels);
    }

    @Test
    void momentsAreRoundWhereTheReaderIs() {
        var start = Instant.parse("2026-11-22T20:51:26Z").getEpochSecond();
        var india = ZoneId.of("Asia/Kolkata");

        var hours = TimeTicks.within(new Range(start, start + 5 * 3600.0), 5, Notation.CLOCK, india);
        assertThat(labels(hours)).containsExactly("03:00", "04:00", "05:00", "06:00", "07:00");

        var days = TimeTicks.within(new Range(start, start + 5 * 86_400.0), 5, Notation.CLOCK, india);
        assertThat(labels(days)).containsExactly("24 Nov", "25 Nov", "26 Nov", "27 Nov", "28 Nov");
    }

    @ParameterizedTest
    @CsvSource({"59.6, 59.6 s", "60, 1 min", "3599.7, 1 h", "5400, 1 h 30 min", "90000, 1 d 1 h", "0.25, 0.25 s"})
    void aDurationIsSaidInItsTwoLargestUnits(double seconds, String text) {
        assertThat(Times.duration(seconds)).isEqualTo(text);
    }

    @Test
    void aMomentIsSaidToTheSecond() {
        double seconds = Instant.parse("2026-11-22T20:51:26Z").getEpochSecond();

        assertThat(Times.moment(seconds, ZoneOffset.UTC)).isEqualTo("22 Nov 2026, 20:51:26");
    }

    private static List<String> labels(TickRow ticks) {
        return IntStream.range(0, ticks.count()).mapToObj(ticks::label).toList();
    }
}
